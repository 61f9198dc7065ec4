export { MockSetupError } from '../errors.ts'
