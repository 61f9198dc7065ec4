import { setTimeout as timer } from 'node:timers/promises'
import { OptionError } from './errors.ts'
import type { Fault } from './faults/Fault.ts'
import type { ScenarioName } from './faults/scenarios.ts'
import schema from './options.json' with { type: 'json' }
import { createFieldValidator, type Schema } from './validateFields.ts'

/** How a corp is set up; everything has a default, which for `addCorp` is what the server has. */
export interface CorpOptions {
  /** Decides on all made-up data, tokens, hints and faults: same seed, same bytes. An integer, default 1. */
  seed?: number
  /** How many people have enrolled in the made-up webinar, up to 20000. Default 120. */
  enrollments?: number
  /** The corp ID that gettoken accepts. */
  corpId?: string
  /** The secret that gettoken accepts. */
  corpSecret?: string
  /** How long a token lives, in seconds. Default 7200, as on WeCom. */
  tokenTtl?: number
  /** What a call with an expired token gets. Default 42001; users of WeCom have met both. */
  expiredTokenErrcode?: 42001 | 40014
  /**
   * How many wrong secrets in a row block the caller's address (45009); 0 blocks nobody. WeCom says
   * "several" and does not publish the number. Default 5.
   */
  secretAttempts?: number
  /** How long such a block lasts, in seconds. Default 3600, as on WeCom. */
  secretBlock?: number
  /**
   * How often an operation may be called in a minute before it returns 45009; 0, the default, is no
   * limit. WeCom's own limits differ by corp and endpoint.
   */
  rateLimit?: number
  /** How many calls of an operation may be under way at once before it returns 45033; default 0, no limit. */
  concurrencyLimit?: number
  /**
   * What calls about enrollments return where enrollment is not switched on. WeCom's page says that
   * there is such an error and does not publish its number. Default 40058.
   */
  enrollmentOffErrcode?: number
  /**
   * What a field that breaks the spec returns with: wrong type, out of range. WeCom does not publish
   * it for these endpoints; the default is 40058, by its general meaning.
   */
  invalidFieldErrcode?: number
  /**
   * What a required field that is missing or empty returns with. WeCom does not publish it for
   * these endpoints; the default is 40063, by its general meaning.
   */
  missingFieldErrcode?: number
  /** How long every response takes, in milliseconds, fixed or between two figures. Default 0. */
  latency?: number | readonly [from: number, to: number]
  /** The scenario to start with, and to come back to with `reset()`. Default `none`. */
  scenario?: ScenarioName | 'none'
  /** Faults to start with, and to come back to with `reset()`. Default: none. */
  faults?: readonly Fault[]
  /**
   * How many requests the journal keeps. Default 1000; older ones are dropped. Of all of them together
   * it keeps 8 MiB of bodies, the newest ones.
   */
  journalSize?: number
}

/** How a mock server is set up, with its own corp; everything has a default. */
export interface MockServerOptions extends CorpOptions {
  /**
   * Serve https with a certificate made at the start, for `localhost`, the loopback addresses, `host` and
   * `allowedHosts`. A client has to trust `mock.certificate`. Default false.
   */
  https?: boolean
  /** TCP port; 0, the default, takes any free one. */
  port?: number
  /** Address to listen on, `127.0.0.1` by default: nobody else on the network can reach the mock. */
  host?: string
  /**
   * Host names under which `/__mock/` may be called, besides `localhost`, `host` and every IP
   * address: a page of another site cannot pretend to be one of them. Default: none.
   */
  allowedHosts?: readonly string[]
  /**
   * Path of a JSON or YAML file with more data: `meetings` and `webinars`, each a list of what
   * `addMeeting` and `addWebinar` take.
   */
  fixtures?: string
  /** Path of another OpenAPI document than the project's own. */
  spec?: string
  /**
   * Take up the spec and the fixtures whenever their files change: the data starts again, tokens,
   * faults and the journal stay. A file that cannot be used is reported, and changes nothing.
   */
  watch?: boolean
  /** Called with one line: what a watched change led to. Default `console.error`. */
  onReload?: (message: string) => void
  /** The clock: milliseconds since 1970. Default `Date.now`. A test can let time pass with it. */
  now?: () => number
  /** The clock's other half: waits so many milliseconds, or until the signal. Default: a timer. */
  sleep?: Sleep
  /**
   * How long a request may take to come whole, head and body, in milliseconds; then the connection is
   * closed, after a response where there was a head. Default 10000.
   */
  bodyTimeout?: number
  /**
   * Keep the process running until `close()`, as the command does. Default false: a test process ends
   * when all else in it is over, also where `close()` was forgotten.
   */
  keepProcessAlive?: boolean
  /** Called with one line when the mock itself is at fault. Default `console.error`. */
  onMockFault?: (message: string) => void
}

/** Waits; rejects as soon as the signal says so. */
export type Sleep = (milliseconds: number, signal: AbortSignal) => Promise<unknown>

/** Options with every default filled in. */
export type Settings = Required<Omit<MockServerOptions, OptionalFile>> &
  Pick<MockServerOptions, OptionalFile>

type OptionalFile = 'spec' | 'fixtures'

/** @throws {MockSetupError} naming each wrong option, its value and what was expected. */
export function checkOptions(options: MockServerOptions): Settings {
  const violations = createFieldValidator(schema as Schema, 'startMockServer')(options)
  if (violations.length > 0) {
    throw new OptionError(violations.map(({ message }) => message).join('; '))
  }
  if (options.watch && options.spec === undefined && options.fixtures === undefined) {
    throw new OptionError('watch is on without a file to watch; give spec or fixtures, too')
  }
  const given = Object.entries(options).filter(([, value]) => value !== undefined)
  const properties = Object.entries<Schema>(schema.properties)
  return {
    ...Object.fromEntries(properties.map(([name, property]) => [name, property.default])),
    now: Date.now,
    sleep: (milliseconds, signal) => timer(milliseconds, undefined, { signal }),
    onReload: report,
    onMockFault: report,
    ...Object.fromEntries(given),
  } as Settings
}

function report(message: string): void {
  console.error(`wecom-meeting-mock: ${message}`)
}
