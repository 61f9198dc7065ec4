import { type CodedSchema, codedSchemas } from '../src/codedValues.ts'
import { errorCatalogue } from '../src/errorCatalogue.ts'
import { banner, docComment, literal } from '../src/generatedFiles.ts'

/** Writes the coded values as named constants, each with a type of the same name. */
export function codedValuesFile(document: Record<string, unknown>): string {
  return `${banner}${[...codedSchemas(document), errcodes(document)].map(constantAndType).join('\n')}
${REFUSAL_ERRCODE}`
}

/** TypeScript has no "number but 0". An enum takes any `number`, and of literals its own values alone. */
const REFUSAL_ERRCODE = `declare enum OtherErrcode {
  NotListed = -2147483648,
}

/**
 * The \`errcode\` of a refusal: one of \`Errcode\` or any other but 0, which is that of a success. TypeScript lets one that
 * is not listed be compared as a number only: \`Number(errcode) === 12345\`.
 */
export type RefusalErrcode = (typeof Errcode)[keyof typeof Errcode] | OtherErrcode
`

function errcodes(document: Record<string, unknown>): Constants {
  const values = errorCatalogue(document).map(({ errcode, name, meaning }) => ({
    name: name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    value: errcode,
    description: meaning.replace(/\.$/, ''),
  }))
  return { name: 'Errcode', description: 'What WeCom refuses with.', open: true, values }
}

type Constants = Pick<CodedSchema, 'name' | 'description' | 'open'> & {
  values: Omit<CodedSchema['values'][number], 'descriptionZh'>[]
}

function constantAndType(schema: Constants): string {
  const { name, description, open } = schema
  const members = schema.values.map(
    ({ name, value, description }) =>
      `${docComment(`${description}.`, '  ')}  ${name}: ${literal(value)},\n`,
  )
  return `${docComment(description)}export const ${name} = {
${members.join('')}} as const

${docComment(`${description}${open ? ' WeCom may return other values.' : ''}`)}export type ${name} = (typeof ${name})[keyof typeof ${name}]${openType(schema)}
`
}

/** Lets any value of the base type in and keeps the listed ones in the editor's completion. */
function openType({ open, values }: Constants): string {
  return open ? ` | (${typeof values[0]?.value} & {})` : ''
}
