import document from './openapi.json' with { type: 'json' }

/** As much of JSON Schema as the control's document uses. */
export interface Schema {
  $ref?: string
  type?: string | readonly string[]
  description?: string
  properties?: Readonly<Record<string, Schema>>
  required?: readonly string[]
  additionalProperties?: boolean
  items?: Schema
  enum?: readonly string[]
  const?: unknown
  oneOf?: readonly Schema[]
  default?: unknown
  maxItems?: number
  /** Which fields a list of such things is shown with; `a.b` is a field of a field. */
  'x-columns'?: readonly string[]
}

/** The schema that a reference into the control's document leads to. */
export function resolved(schema: Schema): Schema {
  if (schema.$ref === undefined) return schema
  const steps = schema.$ref.replace('#/', '').split('/')
  const found = steps.reduce<unknown>(
    (place, step) => (place as Record<string, unknown>)[step],
    document,
  )
  return resolved(found as Schema)
}
