import { byId } from './element.ts'

/** Says something to who cannot see it: screen readers read it when they have finished. */
export function say(message: string): void {
  byId('news').textContent = message
}

/** Shows what went wrong, and says it at once; an empty text takes it away. */
export function sayProblem(message: string): void {
  byId('problem').textContent = message
}
