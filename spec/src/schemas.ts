/** The parts of a JSON Schema 2020-12 that the document uses. */
export interface Schema {
  /** Where the schema is, such as `#/components/schemas/Meeting`; what stands beside it counts more. */
  $ref?: string
  /** JSON's type of the value. */
  type?: string | string[]
  /** `int32` or `int64`, of every number. */
  format?: string
  /** Label for forms, of request fields. */
  title?: string
  /** The same in Chinese. */
  'x-title-zh'?: string
  /** What it means, in English. */
  description?: string
  /** The same in Chinese. */
  'x-description-zh'?: string
  /** Names of the fields that an object has in any case. */
  required?: string[]
  /** The fields of an object, by name. */
  properties?: Record<string, Schema>
  /** What a list holds. */
  items?: Schema
  /** Schemas that all apply, besides what stands beside them. */
  allOf?: Schema[]
  /** Schemas of which at least one applies. */
  anyOf?: Schema[]
  /** Schemas of which exactly one applies. */
  oneOf?: Schema[]
  /** The coded values, in requests. */
  enum?: (number | string)[]
  /** The coded values that are known, in responses; others may come. */
  'x-extensible-enum'?: (number | string)[]
  /** The names of the coded values, in PascalCase. */
  'x-enum-varnames'?: string[]
  /** What the coded values mean, in English. */
  'x-enum-descriptions'?: string[]
  /** The same in Chinese. */
  'x-enum-descriptions-zh'?: string[]
  /** How far apart two points in time may be, in seconds: names of two fields. */
  'x-max-span'?: { from: string; to: string; seconds: number }
  /** Smallest number. */
  minimum?: number
  /** Largest number. */
  maximum?: number
  /** Smallest number of characters. */
  minLength?: number
  /** Largest number of characters. */
  maxLength?: number
  /** Largest number of bytes. */
  'x-max-bytes'?: number
  /** What counts where a request leaves it out. */
  default?: unknown
}

/** A field of an object. */
export interface Field {
  /** Its name in the JSON. */
  name: string
  /** What it holds; no `$ref` is left, and what stood beside one counts more than its target. */
  schema: Schema
  /** The named schemas that it refers to, one through the other: `FirstJoinTime`, then `UnixTime`. */
  refersTo: string[]
  /** Whether no object lacks it, whichever of its forms it has. */
  isRequired: boolean
}

type Document = Record<string, unknown>

/** Every named schema of a parsed document, in the document's order. */
export function schemasOf(document: Document): Record<string, Schema> {
  return (document.components as { schemas: Record<string, Schema> }).schemas
}

/**
 * What a node's `$ref` points to; what stands beside the `$ref` counts more.
 *
 * @throws if the document has nothing there.
 */
export function resolved<Node extends { $ref?: string }>(document: Document, node: Node): Node {
  const { $ref, ...beside } = node
  if ($ref === undefined) return node
  const target = $ref
    .split('/')
    .slice(1)
    .reduce<unknown>((at, key) => (at as Document | undefined)?.[key], document)
  if (target === undefined) throw new Error(`The document has no ${$ref}.`)
  return { ...resolved(document, target as Node), ...beside }
}

/** The named schemas that a schema refers to, one through the other. */
export function refersTo(document: Document, { $ref }: Schema): string[] {
  const name = $ref?.split('/').at(-1)
  if (name === undefined) return []
  return [name, ...refersTo(document, schemasOf(document)[name] ?? {})]
}

/**
 * The fields of an object, or of the objects in a list. Where a schema has several forms (`anyOf`,
 * `oneOf`), those of all of them, and only what each form requires is required.
 */
export function fieldsOf(document: Document, schema: Schema): Field[] {
  const whole = resolved(document, schema)
  if (whole.items) return fieldsOf(document, whole.items)
  const fieldsOfEach = (parts: Schema[] = []) => parts.map((part) => fieldsOf(document, part))
  const forms = fieldsOfEach([...(whole.anyOf ?? []), ...(whole.oneOf ?? [])])
  const parts = fieldsOfEach(whole.allOf).flat()
  const required = new Set([...(whole.required ?? []), ...namesRequired(parts)])
  for (const name of namesRequired(forms.flat())) {
    if (forms.every((form) => namesRequired(form).includes(name))) required.add(name)
  }
  const own = Object.entries(whole.properties ?? {}).map(([name, property]) => ({
    name,
    schema: resolved(document, property),
    refersTo: refersTo(document, property),
  }))
  const fields = new Map([...parts, ...forms.flat(), ...own].map((field) => [field.name, field]))
  return [...fields.values()].map((field) => ({ ...field, isRequired: required.has(field.name) }))
}

function namesRequired(fields: readonly Field[]): string[] {
  return fields.filter(({ isRequired }) => isRequired).map(({ name }) => name)
}
