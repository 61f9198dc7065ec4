import type { Refusal } from '../errors/Refusal.ts'
import type { IHttpRequest } from './prism.ts'

/** Why a request body could not be read as JSON, in words for `errmsg`. */
export interface UnreadableBody {
  problem: string
  /** False where the body's size or slowness is the problem, not its text. */
  wrongJson: boolean
}

/** A request as Prism's engine sees it, with what the project's own front knows besides. */
export interface Call extends IHttpRequest {
  url: { path: string; query: Record<string, string | string[]> }
  /** Counts the requests of one server, from 1. */
  number: number
  /** The caller's IP address. */
  address: string
  /** Whether a page of another site sent it, in a browser. */
  isOfOtherSite: boolean
  unreadableBody?: UnreadableBody | undefined
  /** The name that the caller asks for with `Prefer: example=NAME`. */
  preferredExample?: string | undefined
  /** What a fault or a limit answers in place of everything else. */
  refusal?: Refusal | undefined
}
