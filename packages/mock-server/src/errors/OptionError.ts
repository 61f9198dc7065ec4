export { OptionError } from '../errors.ts'
