import type { OperationCall } from '../operations/operation.ts'
import { withIsoTimes } from './isoTimes.ts'

interface Options {
  isoTimes?: boolean
  rawOutput?: boolean
  [name: string]: unknown
}

/** How the user wants the answer. */
export interface OutputChoice {
  simplify: boolean
  /** Exactly what came, nothing resolved. */
  raw: boolean
  /** Writes the times in an object as the user wants them. */
  times: <Value>(value: Value) => Value
  /** The operation's own entries of the Options collection. */
  options: Options
}

/** What the parameters of one item say about the output. */
export function outputChoice({ parameter, timeZone }: OperationCall): OutputChoice {
  const options = (parameter('options') ?? {}) as Options
  const simplify = parameter('simplify') === true
  return {
    simplify,
    raw: !simplify && options.rawOutput === true,
    times: (value) => (options.isoTimes ? withIsoTimes(value, timeZone) : value),
    options,
  }
}
