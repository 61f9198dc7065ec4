import { setTimeout as timer } from 'node:timers/promises'
import { OptionError } from './errors.ts'
import type { Fault } from './faults/Fault.ts'
import type { components } from './generated/options.ts'
import schema from './options.json' with { type: 'json' }
import { createFieldCheck, type FieldSchema } from './validateFields.ts'

type Described = components['schemas']

/** How a corp is set up; everything has a default, which for `addCorp` is what the server has. */
export interface CorpOptions extends Partial<Described['CorpOptions']> {
  /** Faults to start with, and to come back to with `reset()`. Default: none. */
  faults?: readonly Fault[]
}

/** How a mock server is set up, with its own corp; everything has a default. */
export interface MockServerOptions extends CorpOptions, Partial<Described['ServerOptions']> {}

/** Options with every default filled in. */
export type MockServerSettings = Required<Omit<MockServerOptions, OptionalFile>> &
  Pick<MockServerOptions, OptionalFile>

type OptionalFile = 'spec' | 'fixtures'

/** @throws {MockSetupError} naming each wrong option, its value and what was expected. */
export function readOptions(options: MockServerOptions): MockServerSettings {
  createFieldCheck(schema as FieldSchema, 'startMockServer')(options)
  if (options.watch && options.spec === undefined && options.fixtures === undefined) {
    throw new OptionError('watch is on without a file to watch; give spec or fixtures, too')
  }
  const given = Object.entries(options).filter(([, value]) => value !== undefined)
  const properties = Object.entries<FieldSchema>(schema.properties)
  return {
    ...Object.fromEntries(properties.map(([name, property]) => [name, property.default])),
    now: Date.now,
    sleep: (milliseconds, signal) => timer(milliseconds, undefined, { signal }),
    onReload: report,
    onMockFault: report,
    ...Object.fromEntries(given),
  } as MockServerSettings
}

function report(message: string): void {
  console.error(`wecom-meeting-mock: ${message}`)
}
