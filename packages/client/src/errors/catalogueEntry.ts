import { errorCatalogue } from '../generated/errorCatalogue.ts'

/**
 * Whether the same call can succeed later with nothing corrected, and when: `n` never, `b` after a
 * backoff, `m` after a minute, `t` with a new token.
 */
export type Retry = 'n' | 'b' | 'm' | 't'

/** What the spec's error catalogue says of an errcode; nothing for a number that it does not know. */
export function retryOf(errcode: number): Retry | undefined {
  return errorCatalogue[errcode]?.[1] as Retry | undefined
}

/** Place of the errcode's class among `errorClasses` in spec/src/errorCatalogue.ts. */
export function classIndexOf(errcode: number): number {
  return Number(errorCatalogue[errcode]?.[0])
}

/** What to do, in one sentence. `{ip}` stands for the address that the errmsg names. */
export function fixOf(errcode: number): string | undefined {
  return errorCatalogue[errcode]?.slice(2)
}
