import { byId } from './element.ts'
import { getTexts } from './preferences.ts'

/** What `/__mock/<name>` returns; the names are those of the mock in process. */
export async function get<T>(name: string, query: Record<string, string> = {}): Promise<T> {
  return readResponse<T>(await fetch(`/__mock/${name}?${new URLSearchParams(query)}`))
}

/** Tells the mock to do something, and gives what it returns. */
export async function post<T>(
  name: string,
  fields: Record<string, unknown> = {},
  signal?: AbortSignal,
): Promise<T> {
  const init = { method: 'POST', body: JSON.stringify(fields), ...(signal ? { signal } : {}) }
  return readResponse<T>(await fetch(`/__mock/${name}`, init))
}

/** Does what somebody asked for; a refusal is shown in the mock's own words. */
export async function attempt(action: () => Promise<unknown>, done?: string): Promise<boolean> {
  try {
    await action()
    sayProblem('')
    if (done) say(done)
    return true
  } catch (error) {
    sayProblem(error instanceof TypeError ? getTexts().unreachable : (error as Error).message)
    return false
  }
}

async function readResponse<T>(response: Response): Promise<T> {
  const body = await response.json()
  if (!response.ok) throw new ControlRefused(response.status, body.error)
  return body
}

export class ControlRefused extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** Says something to who cannot see it: screen readers read it when they have finished. */
export function say(message: string): void {
  byId('news').textContent = message
}

/** Shows what went wrong, and says it at once; an empty text takes it away. */
function sayProblem(message: string): void {
  byId('problem').textContent = message
}

/** What the mock says of itself. */
export interface MockFacts {
  version: string
  url: string
  corpId: string
  corpSecret: string
}

let facts: Promise<MockFacts> | undefined

/** Asked once; it cannot change while the mock runs. */
export function getFacts(): Promise<MockFacts> {
  facts ??= get<MockFacts>('server').catch((error) => {
    facts = undefined
    throw error
  })
  return facts
}
