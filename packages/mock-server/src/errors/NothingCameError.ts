import { MockSetupError } from './MockSetupError.ts'

/** No request came that `waitFor` waited for. */
export class NothingCameError extends MockSetupError {}
