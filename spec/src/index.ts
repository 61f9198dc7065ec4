export { type CodedSchema, type CodedValue, codedSchemas } from './codedValues.ts'
export { type CataloguedError, errorCatalogue, errorClasses } from './errorCatalogue.ts'
export { type Language, localizeDocument } from './localizeDocument.ts'
export {
  type Batch,
  type NodeTexts,
  type Operation,
  operationsOf,
  type Pagination,
} from './operations.ts'
export { readSpec, specPath } from './readSpec.ts'
export { type Field, fieldsOf, refersTo, resolved, type Schema, schemasOf } from './schemas.ts'
