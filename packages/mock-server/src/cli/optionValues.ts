import { InvalidArgumentError } from 'commander'

export function integer(text: string): number {
  if (!/^-?\d+$/.test(text)) throw new InvalidArgumentError('Expected an integer.')
  return Number(text)
}

export function expiredErrcode(text: string): number {
  if (text !== '42001' && text !== '40014')
    throw new InvalidArgumentError('Expected 42001 or 40014.')
  return Number(text)
}

/** `200`, or `100-500` for a latency between the two. */
export function latency(text: string): number | [from: number, to: number] {
  const [, from, to] = /^(\d+)(?:-(\d+))?$/.exec(text) ?? []
  if (from === undefined) {
    throw new InvalidArgumentError('Expected milliseconds, such as 200 or 100-500.')
  }
  return to === undefined ? Number(from) : [Number(from), Number(to)]
}

/** For an option that may be given several times. */
export function collected(text: string, before: string[] = []): string[] {
  return [...before, text]
}

/** A fault as JSON, with the fields that `mock.fault` takes; may be given several times. */
export function collectedFault(text: string, before: unknown[] = []): unknown[] {
  try {
    return [...before, JSON.parse(text)]
  } catch {
    throw new InvalidArgumentError('Expected JSON, such as {"errcode":45009,"times":2}.')
  }
}
