import { MockSetupError } from './MockSetupError.ts'

/** A meeting, webinar or enrollment that the spec forbids; `path` leads to the field. */
export class DataError extends MockSetupError {
  readonly path: readonly string[]

  constructor(message: string, path: readonly string[]) {
    super(message)
    this.path = path
  }
}
