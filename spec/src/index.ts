export { type CodedSchema, type CodedValue, codedSchemas } from './codedValues.ts'
export { type CataloguedError, errorCatalogue, errorClasses } from './errorCatalogue.ts'
export { readSpec, specPath } from './readSpec.ts'
