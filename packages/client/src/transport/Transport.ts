import type { CallLimits, Sleep } from '../core/options.ts'
import type { Timer } from '../core/Timer.ts'
import type { ErrorTexts } from '../errors/ErrorTexts.ts'
import type { Tell } from '../observe/tell.ts'

/** What all calls of a client have in common. */
export interface Transport {
  baseUrl: string
  fetch: typeof fetch
  /** Waits between attempts. */
  sleep: Sleep
  /** Counts the time of attempts and calls. */
  timer: Timer
  /** Milliseconds since some moment; unlike the time of day it is never set back. */
  clock: () => number
  limits: Required<CallLimits>
  errorTexts: ErrorTexts
  tell: Tell
}
