import { Argument, type Command, Option } from 'commander'
import type { ActionField, ControlAction } from '../../control/controlActions.ts'
import type { JsonObject } from '../../json.ts'
import { examplesText, kebabCase } from './commandLine.ts'
import { fieldReader, jsonObject } from './fieldReader.ts'

/** A command for one action: what must be given are its arguments, what may be are its options. */
export function addAction(control: Command, action: ControlAction): void {
  const { name, summary, description, fields, open } = action
  const command = control
    .command(kebabCase(name))
    .summary(summary)
    .description([`${summary}.`, description].join(' ').trim())
    .allowExcessArguments(false)
    .addHelpText('after', examplesText([action]))
  if (command.name() !== name) command.alias(name)
  for (const field of fields) {
    if (field.required) command.addArgument(argument(field))
    else for (const option of options(field)) command.addOption(option)
  }
  if (open) command.option('--fields <json>', 'any other field, as WeCom answers it', jsonObject)
  command.action(async () => {
    const { runAction } = await import('./runAction.ts')
    await runAction(action, givenFields(command, action), control.opts())
  })
}

function argument(field: ActionField): Argument {
  const { choices, read } = fieldReader(field)
  const made = new Argument(`<${field.name}>`, field.description)
  return choices ? made.choices([...choices]) : made.argParser(read)
}

/** Named as a shell has it and, unseen, as in process. */
function options(field: ActionField): Option[] {
  const { placeholder, choices, read } = fieldReader(field)
  return flags(field.name).map((flag, index) => {
    const value = placeholder && ` <${placeholder}>`
    const option = new Option(`${flag}${value}`, field.description).hideHelp(index > 0)
    if (choices) return option.choices([...choices])
    return placeholder ? option.argParser(read) : option
  })
}

function flags(name: string): string[] {
  return [...new Set([kebabCase(name), name])].map((spelling) => `--${spelling}`)
}

/** What the command line gave, under the names that the mock has for it. */
function givenFields(command: Command, { fields }: ControlAction): JsonObject {
  const given = command.opts()
  const args = command.processedArgs[Symbol.iterator]()
  const named = fields.map(({ name, required }) => {
    if (required) return [name, args.next().value]
    const [value] = flags(name)
      .map((flag) => given[new Option(flag).attributeName()])
      .filter((each) => each !== undefined)
    return [name, value]
  })
  return {
    ...given.fields,
    ...Object.fromEntries(named.filter(([, value]) => value !== undefined)),
  }
}
