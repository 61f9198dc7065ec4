import { OptionError } from './errors/OptionError.ts'

/** How a mock server is set up; everything has a default. */
export interface MockServerOptions {
  /** TCP port; 0, the default, takes any free one. */
  port?: number
  /** Address to listen on, `127.0.0.1` by default: nobody else on the network can reach the mock. */
  host?: string
  /** Decides on all made-up data, tokens and hints: same seed, same bytes. An integer, default 1. */
  seed?: number
  /** How many people have enrolled in the made-up webinar. Default 120. */
  enrollments?: number
  /** The only corp ID that gettoken accepts. */
  corpId?: string
  /** The only secret that gettoken accepts. */
  corpSecret?: string
  /** How long a token lives, in seconds. Default 7200, as on WeCom. */
  tokenTtl?: number
  /** What a call with an expired token gets. Default 42001; users of WeCom have met both. */
  expiredTokenErrcode?: 42001 | 40014
  /** How many requests the journal keeps. Default 1000; older ones are dropped. */
  journalSize?: number
  /**
   * Path of a JSON or YAML file with more data: `meetings` and `webinars`, each a list of what
   * `addMeeting` and `addWebinar` take.
   */
  fixtures?: string
  /** Path of another OpenAPI document than the project's own. */
  spec?: string
  /** The clock: milliseconds since 1970. Default `Date.now`. A test can let time pass with it. */
  now?: () => number
  /** How long a request body may take, in milliseconds. Default 10000. */
  bodyTimeout?: number
  /** Told, in one line, when the mock itself is at fault. Default `console.error`. */
  onMockFault?: (message: string) => void
}

/** Options with every default filled in. */
export type Settings = Required<Omit<MockServerOptions, OptionalFile>> &
  Pick<MockServerOptions, OptionalFile>

type OptionalFile = 'spec' | 'fixtures'

const defaults: Settings = {
  port: 0,
  host: '127.0.0.1',
  seed: 1,
  enrollments: 120,
  corpId: 'wwa1b2c3d4e5f60718',
  corpSecret: 'mock-secret-that-opens-nothing-at-wecom',
  tokenTtl: 7200,
  expiredTokenErrcode: 42001,
  journalSize: 1000,
  now: Date.now,
  bodyTimeout: 10_000,
  onMockFault: (message) => console.error(`wecom-meeting-mock: ${message}`),
}

const integerRanges = {
  port: [0, 65_535],
  seed: [-0x8000_0000, 0x7fff_ffff],
  enrollments: [0, 100_000],
  tokenTtl: [1, 0x7fff_ffff],
  journalSize: [1, 1_000_000],
  bodyTimeout: [1, 0x7fff_ffff],
} as const

/** @throws {MockSetupError} naming the option, what came and what was expected. */
export function checkedOptions(options: MockServerOptions): Settings {
  const given = Object.entries(options).filter(([, value]) => value !== undefined)
  const settings: Settings = { ...defaults, ...Object.fromEntries(given) }
  for (const [name, [least, most]] of Object.entries(integerRanges)) {
    const value = settings[name as keyof typeof integerRanges]
    if (!Number.isInteger(value) || value < least || value > most) {
      throw new OptionError(`${name} is ${value}; expected an integer from ${least} to ${most}`)
    }
  }
  return settings
}
