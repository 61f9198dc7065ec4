import { MockSetupError } from './MockSetupError.ts'

/** An option has a value that it cannot have; on the command line that is a usage error. */
export class OptionError extends MockSetupError {}
