import { type Command, InvalidArgumentError, Option } from 'commander'

interface DescribedOption {
  type?: string
  description?: string
  /** What `--help` says, where it is not the description. */
  'x-help'?: string
  default?: unknown
  enum?: readonly (string | number)[]
  'x-expected'?: string
  'x-flags'?: string
  'x-group'?: string
  /** The command's own default, where it is not that of `startMockServer`. */
  'x-cli-default'?: unknown
}

interface CommandSchema {
  properties: Record<string, DescribedOption>
  required?: readonly string[]
}

/** The options of a command, as its JSON document describes them. */
export function addOptions(
  command: Command,
  { properties, required = [] }: CommandSchema,
): Command {
  for (const [name, each] of Object.entries(properties)) {
    const { 'x-flags': flags, 'x-group': group } = each
    if (flags === undefined) continue
    const option = createOption(flags, each).makeOptionMandatory(required.includes(name))
    // As in process, where it is `faults` what `--fault` gives one of.
    option.attributeName = () => name
    if (group !== undefined) command.optionsGroup(group)
    command.addOption(option)
  }
  return command
}

function createOption(flags: string, { type, description, ...each }: DescribedOption): Option {
  const option = readFromEnvironment(new Option(flags, each['x-help'] ?? description))
  const byDefault = each['x-cli-default'] ?? each.default
  // A made-up secret is no help in the help.
  const isShown = !/corp-/.test(flags) && type !== 'array' && byDefault !== false
  if (isShown && byDefault !== undefined) option.default(byDefault)
  if (each.enum) {
    const choices = each.enum.map(String)
    return type === 'integer'
      ? option.argParser((text) => readChoice(text, choices))
      : option.choices(choices)
  }
  if (type === 'integer') return option.argParser(readInteger)
  if (type === 'array') return option.argParser(flags.includes('json') ? collectJson : collect)
  return flags.includes('<ms>') ? option.argParser(readLatency) : option
}

export const variablePrefix = 'WECOM_MEETING_MOCK_'

/** `WECOM_MEETING_MOCK_TOKEN_TTL` for `--token-ttl`. */
export function variableOf(option: Option): string {
  return `${variablePrefix}${option.name().toUpperCase().replaceAll('-', '_')}`
}

/** One that is empty, or says no to a switch, counts as none. */
function readFromEnvironment(option: Option): Option {
  const variable = variableOf(option)
  const given = process.env[variable]
  const isNone = given === '' || (option.isBoolean() && /^(?:0|false|no)$/i.test(given ?? ''))
  return isNone ? option : option.env(variable)
}

function readInteger(text: string): number {
  if (!/^-?\d+$/.test(text)) throw new InvalidArgumentError('Expected an integer.')
  return Number(text)
}

function readChoice(text: string, choices: readonly string[]): number {
  if (!choices.includes(text)) throw new InvalidArgumentError(`Expected ${choices.join(' or ')}.`)
  return Number(text)
}

/** `200`, or `100-500` for a latency between the two. */
function readLatency(text: string): number | [from: number, to: number] {
  const [, from, to] = /^(\d+)(?:-(\d+))?$/.exec(text) ?? []
  if (from === undefined) {
    throw new InvalidArgumentError('Expected milliseconds, such as 200 or 100-500.')
  }
  return to === undefined ? Number(from) : [Number(from), Number(to)]
}

/** For an option that may be given several times; the environment gives a list. */
function collect(text: string, before: unknown[] = []): unknown[] {
  return [...before, ...text.split(',')]
}

function collectJson(text: string, before: unknown[] = []): unknown[] {
  try {
    return [...before, ...[JSON.parse(text)].flat()]
  } catch {
    throw new InvalidArgumentError('Expected JSON, such as {"errcode":45009,"times":2}.')
  }
}
