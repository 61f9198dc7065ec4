import type { JsonObject } from '../json.ts'
import { AccessTokens } from './AccessTokens.ts'
import { Directory } from './Directory.ts'

export interface StoredMeeting {
  meetingid: string
  meeting_code: string
  sub_meetingids: ReadonlySet<string>
  /** What `meeting/get_info` answers. */
  answer: JsonObject
}

export interface StoredWebinar {
  meetingid: string
  meeting_code: string
  /** What `meeting/webinar/get` answers. */
  answer: JsonObject
}

export interface StoreOptions {
  corpId: string
  corpSecret: string
  /** Seconds. */
  tokenTtl: number
  expiredTokenErrcode: number
  seed: number
  now: () => number
}

/** All that one mock server knows. Two servers share nothing. */
export class Store {
  readonly corpId: string
  readonly corpSecret: string
  readonly expiredTokenErrcode: number
  readonly tokens: AccessTokens
  readonly meetings: Directory<StoredMeeting> = new Directory()
  readonly webinars: Directory<StoredWebinar> = new Directory()
  /** By the webinar's meetingid; a webinar that is not in here has enrollment switched off. */
  readonly enrollments: Map<string, JsonObject[]> = new Map()
  /** The enrollment page's official sample, by its own meetingid: one page that never changes. */
  readonly sampleEnrollmentPages: Map<string, JsonObject> = new Map()

  constructor(options: StoreOptions) {
    const { corpId, corpSecret, tokenTtl, seed, now } = options
    this.corpId = corpId
    this.corpSecret = corpSecret
    this.expiredTokenErrcode = options.expiredTokenErrcode
    const tokenSeed = `${seed}:${corpId}:${corpSecret}`
    this.tokens = new AccessTokens({ lifetimeSeconds: tokenTtl, now, seed: tokenSeed })
  }
}
