import type { JsonObject } from '../json.ts'
import { AccessTokens } from './AccessTokens.ts'
import { CallLimits } from './CallLimits.ts'
import { Directory } from './Directory.ts'
import { SecretAttempts } from './SecretAttempts.ts'

export interface StoredMeeting {
  meetingid: string
  meeting_code: string
  sub_meetingids: ReadonlySet<string>
  /** What `meeting/get_info` answers. */
  answer: JsonObject
  /** Set on the pages' own samples, which give way to what a tester adds. */
  isSample?: true
}

export interface StoredWebinar {
  meetingid: string
  meeting_code: string
  /** What `meeting/webinar/get` answers. */
  answer: JsonObject
  /** Set on the pages' own samples, which give way to what a tester adds. */
  isSample?: true
}

export interface StoreOptions {
  corpId: string
  corpSecret: string
  /** Seconds. */
  tokenTtl: number
  expiredTokenErrcode: number
  enrollmentOffErrcode: number
  invalidFieldErrcode: number
  missingFieldErrcode: number
  /** Wrong secrets in a row until the caller's address is blocked; 0 = never. */
  secretAttempts: number
  /** Seconds. */
  secretBlock: number
  /** Calls of one operation in a minute; 0 = no limit. */
  rateLimit: number
  /** Calls of one operation at once; 0 = no limit. */
  concurrencyLimit: number
  seed: number
  now: () => number
}

/** All that one mock server knows. Two servers share nothing. */
export class Store {
  readonly corpId: string
  readonly corpSecret: string
  readonly expiredTokenErrcode: number
  readonly enrollmentOffErrcode: number
  readonly invalidFieldErrcode: number
  readonly missingFieldErrcode: number
  readonly tokens: AccessTokens
  readonly secretAttempts: SecretAttempts
  readonly callLimits: CallLimits
  readonly meetings: Directory<StoredMeeting> = new Directory()
  readonly webinars: Directory<StoredWebinar> = new Directory()
  /** By the webinar's meetingid; a webinar that is not in here has enrollment switched off. */
  readonly enrollments: Map<string, JsonObject[]> = new Map()
  /** The enrollment page's official sample, by its own meetingid: one page that never changes. */
  readonly sampleEnrollmentPages: Map<string, JsonObject> = new Map()

  /** `tokens` are those of the store that this one takes the place of. */
  constructor(options: StoreOptions, tokens?: AccessTokens) {
    const { corpId, corpSecret, tokenTtl, seed, now } = options
    this.corpId = corpId
    this.corpSecret = corpSecret
    this.expiredTokenErrcode = options.expiredTokenErrcode
    this.enrollmentOffErrcode = options.enrollmentOffErrcode
    this.invalidFieldErrcode = options.invalidFieldErrcode
    this.missingFieldErrcode = options.missingFieldErrcode
    const tokenSeed = `${seed}:${corpId}:${corpSecret}`
    this.tokens = tokens ?? new AccessTokens({ lifetimeSeconds: tokenTtl, now, seed: tokenSeed })
    const { secretAttempts: limit, secretBlock: blockSeconds } = options
    this.secretAttempts = new SecretAttempts({ limit, blockSeconds, now })
    const { rateLimit: perMinute, concurrencyLimit: atOnce } = options
    this.callLimits = new CallLimits({ perMinute, atOnce, now })
  }
}
