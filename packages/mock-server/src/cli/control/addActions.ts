import type { Command, Help, Option } from 'commander'
import { controlActions } from '../../control/controlActions.ts'
import { addAction } from './addAction.ts'
import { examplesText } from './commandLine.ts'

/** An action for each that the control's own document describes. */
export function addActions(control: Command): void {
  const actions = controlActions()
  control
    .helpCommand(false)
    // The program has it for `proxy`; --url and --json may stand before the action and behind it.
    .enablePositionalOptions(false)
    .showHelpAfterError('Add --help to see what there is.')
    .configureHelp({
      showGlobalOptions: true,
      // Those of the server, further up, are not for here.
      visibleGlobalOptions: ({ parent }): Option[] =>
        parent === control ? [...control.options] : [],
      subcommandTerm: termInTheShell,
    })
    .addHelpText('after', examplesText(actions, { each: 1 }))
  for (const action of actions) addAction(control, action)
}

/** Without the spelling in process, which every action takes too. */
const termInTheShell: Help['subcommandTerm'] = (command) =>
  [command.name(), ...command.registeredArguments.map((made) => `<${made.name()}>`)].join(' ')
