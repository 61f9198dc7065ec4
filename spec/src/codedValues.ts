import { schemasOf } from './schemas.ts'

/** A coded value: what WeCom writes, its name, and what it means. */
export interface CodedValue {
  /** What WeCom writes. */
  value: number | string
  /** Name in PascalCase, from `x-enum-varnames`. */
  name: string
  /** What the value means, in English. */
  description: string
  /** What the value means, in Chinese. */
  descriptionZh: string
}

/** A schema of the document whose values are coded. */
export interface CodedSchema {
  /** Name of the schema. */
  name: string
  /** What is coded, in English. */
  description: string
  /** What is coded, in Chinese. */
  descriptionZh: string
  /** Open (`x-extensible-enum`): WeCom may return values that are not listed. */
  open: boolean
  /** The listed values, in the document's order. */
  values: CodedValue[]
}

/** Every coded schema of a parsed document, in the document's order. */
export function codedSchemas(document: Record<string, unknown>): CodedSchema[] {
  return Object.entries(schemasOf(document)).flatMap(([name, schema]) => {
    const open = schema['x-extensible-enum']
    const values = (schema.enum ?? open)?.map((value, index) => ({
      value,
      name: schema['x-enum-varnames']?.[index] ?? String(value),
      description: schema['x-enum-descriptions']?.[index] ?? '',
      descriptionZh: schema['x-enum-descriptions-zh']?.[index] ?? '',
    }))
    const { description = '', 'x-description-zh': descriptionZh = '' } = schema
    return values ? [{ name, description, descriptionZh, open: open !== undefined, values }] : []
  })
}
