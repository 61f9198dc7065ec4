import { type Command, Option } from 'commander'
import { scenarioNames } from '../faults/scenarios.ts'
import type { MockServerOptions } from '../options.ts'
import { collected, collectedFault, expiredErrcode, integer, latency } from './optionValues.ts'

/** What the command line gives, in commander's names. */
export type MockCommandOptions = Omit<MockServerOptions, 'faults' | 'allowedHosts'> & {
  fault?: MockServerOptions['faults']
  allowedHost?: string[]
}

/** The options of `wecom-meeting-mock` itself; each is one of `startMockServer`'s. */
export function addMockOptions(program: Command): Command {
  return program
    .optionsGroup('Server:')
    .option('-p, --port <number>', 'TCP port; 0 takes any free one', integer, 4010)
    .option(
      '--host <address>',
      'address to listen on; 0.0.0.0 lets others reach the mock',
      '127.0.0.1',
    )
    .option(
      '--allowed-host <name>',
      'a host name, besides localhost and addresses, under which /__mock/ may be called; repeatable',
      collected,
    )
    .optionsGroup('Data:')
    .option('--seed <integer>', 'decides on all made-up data, tokens, hints and faults', integer, 1)
    .option('--enrollments <count>', 'enrollments of the made-up webinar', integer, 120)
    .option('--fixtures <file>', 'JSON or YAML file with more meetings and webinars')
    .option('--spec <file>', "another OpenAPI document than the project's own")
    .option('--watch', 'take up --spec and --fixtures whenever they change')
    .optionsGroup('Tokens and limits:')
    .option('--corp-id <id>', 'the corp ID that gettoken accepts')
    .option('--corp-secret <secret>', 'the secret that gettoken accepts')
    .option('--token-ttl <seconds>', 'how long a token lives', integer, 7200)
    .option(
      '--expired-token-errcode <errcode>',
      '42001 or 40014; users of WeCom have met both',
      expiredErrcode,
      42001,
    )
    .option(
      '--secret-attempts <count>',
      'wrong secrets in a row that block the address (45009), 0 for never; WeCom says "several" and does not publish the number',
      integer,
      5,
    )
    .option('--secret-block <seconds>', 'how long such a block lasts', integer, 3600)
    .option(
      '--rate-limit <calls>',
      'calls of an operation in a minute before it answers 45009, 0 for no limit',
      integer,
      0,
    )
    .option(
      '--concurrency-limit <calls>',
      'calls of an operation at once before it answers 45033, 0 for no limit',
      integer,
      0,
    )
    .optionsGroup('Faults:')
    .option('--latency <ms>', 'how long every answer takes: 200, or 100-500', latency, 0)
    .addOption(
      new Option('--scenario <name>', 'a named set of faults to start with')
        .choices([...scenarioNames, 'none'])
        .default('none'),
    )
    .option(
      '--fault <json>',
      'a fault to start with, such as \'{"operation":"getWebinar","errcode":45009,"times":2}\'; repeatable',
      collectedFault,
    )
    .optionsGroup('Errcodes that WeCom does not publish:')
    .option(
      '--enrollment-off-errcode <errcode>',
      'the list of enrollments, where enrollment is not switched on',
      integer,
      40058,
    )
    .option(
      '--invalid-field-errcode <errcode>',
      'a field of a wrong type or out of range',
      integer,
      40058,
    )
    .option(
      '--missing-field-errcode <errcode>',
      'a required field that is missing or empty',
      integer,
      40063,
    )
}

export function toMockServerOptions({
  fault,
  allowedHost,
  ...options
}: MockCommandOptions): MockServerOptions {
  return {
    ...options,
    ...(fault && { faults: fault }),
    ...(allowedHost && { allowedHosts: allowedHost }),
  }
}
