import { OptionError } from '../errors/OptionError.ts'
import { isJsonObject, isNestedDeeper } from '../json.ts'
import type { Fault } from './Fault.ts'

const longest = 600_000
const effects = [
  'errcode',
  'drop',
  'truncate',
  'html',
  'contentType',
  'slowBody',
  'expireTokens',
] as const

const isInteger = (value: unknown, from: number, to: number): boolean =>
  Number.isInteger(value) && Number(value) >= from && Number(value) <= to
const isDuration = (value: unknown): boolean => isInteger(value, 0, longest)
const isRange = (value: unknown): boolean =>
  Array.isArray(value) && value.length === 2 && value.every(isDuration) && value[0] <= value[1]

const rules: Record<keyof Fault, [isRight: (value: unknown) => boolean, expected: string]> = {
  operation: [() => true, ''],
  errcode: [
    (value) => isInteger(value, -0x8000_0000, 0x7fff_ffff) && value !== 0,
    'an integer that is not 0',
  ],
  latency: [
    (value) => isDuration(value) || isRange(value),
    `milliseconds from 0 to ${longest}, or a list of two such, the smaller first`,
  ],
  drop: [(value) => value === 'before' || value === 'middle', '"before" or "middle"'],
  truncate: [(value) => value === true, 'true'],
  html: [(value) => isInteger(value, 400, 599), 'an HTTP status from 400 to 599'],
  contentType: [
    (value) => typeof value === 'string' && /^[\x20-\x7e]+$/.test(value),
    'a text of printable ASCII',
  ],
  slowBody: [isDuration, `milliseconds from 0 to ${longest}`],
  expireTokens: [(value) => value === true, 'true'],
  times: [(value) => isInteger(value, 1, 0x7fff_ffff), 'an integer from 1 up'],
  every: [(value) => isInteger(value, 1, 0x7fff_ffff), 'an integer from 1 up'],
  probability: [
    (value) => typeof value === 'number' && value > 0 && value <= 1,
    'a number above 0 and up to 1',
  ],
}

/** @throws {MockSetupError} naming the field, what came and what was expected. */
export function checkedFault(fault: unknown, operationIds: readonly string[]): Fault {
  if (!isJsonObject(fault)) throw new OptionError('a fault must be a map of fields')
  if (isNestedDeeper(fault)) {
    throw wrong(
      'a fault must be a map of fields; one of its fields, such as operation, is nested too deep',
    )
  }
  for (const [name, value] of Object.entries(fault)) {
    const rule = Object.hasOwn(rules, name) ? rules[name as keyof Fault] : undefined
    if (!rule) throw wrong(`fault has no field ${name}; it has ${Object.keys(rules).join(', ')}`)
    const [isRight, expected] = rule
    if (value !== undefined && !isRight(value)) {
      throw wrong(`fault's ${name} is ${JSON.stringify(value)}; expected ${expected}`)
    }
  }
  checkOperation(fault.operation, operationIds)
  const given = effects.filter((name) => fault[name] !== undefined)
  if (given.length > 1) throw wrong(`a fault has one effect, this one has ${given.join(' and ')}`)
  if (given.length === 0 && fault.latency === undefined) {
    throw wrong(`a fault needs an effect: ${effects.join(', ')} or latency`)
  }
  return structuredClone(fault)
}

function checkOperation(operation: unknown, operationIds: readonly string[]): void {
  if (operation === undefined) return
  const names = Array.isArray(operation) ? operation : [operation]
  const isRight = names.length > 0 && names.every((name) => operationIds.includes(name))
  if (isRight) return
  const name = JSON.stringify(operation)
  throw wrong(`fault's operation is ${name}; expected ${operationIds.join(' or ')}`)
}

function wrong(message: string): OptionError {
  return new OptionError(message)
}
