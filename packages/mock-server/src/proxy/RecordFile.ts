import { closeSync, openSync, renameSync, writeFileSync } from 'node:fs'
import { MockSetupError } from '../errors/MockSetupError.ts'
import { OptionError } from '../errors/OptionError.ts'

/** A file that always holds the whole record so far, so that a crash loses nothing. */
export class RecordFile {
  readonly #path: string

  /** @throws {MockSetupError} when the file is there already or cannot be written. */
  constructor(path: string) {
    this.#path = path
    try {
      closeSync(openSync(path, 'wx'))
    } catch (error) {
      throw refusal(path, error as NodeJS.ErrnoException)
    }
  }

  write(record: unknown): void {
    const written = `${this.#path}.new`
    writeFileSync(written, `${JSON.stringify(record, null, 2)}\n`)
    renameSync(written, this.#path)
  }
}

function refusal(path: string, { code, message }: NodeJS.ErrnoException): MockSetupError {
  if (code === 'EEXIST') {
    return new OptionError(`${path} is there already; choose another file for --record, or move it`)
  }
  if (code === 'ENOENT') return new MockSetupError(`${path}: no such folder`)
  return new MockSetupError(`${path} cannot be written (${code ?? message})`)
}
