import { fieldsOf } from '../src/schemas.ts'
import { forOperations, type LintRule } from './ruleContext.ts'

/** Every property of a schema says what it means, itself or where its `$ref` leads. */
export const propertiesDescribed: LintRule = {
  *SchemaProperties(properties, { resolve }) {
    for (const [name, property] of Object.entries(properties)) {
      const texts = [property, resolve(property).node].map((node) => node?.description)
      if (texts.some((text) => typeof text === 'string')) continue
      yield [
        `The property \`${name}\` has no description: add \`description\` and \`x-description-zh\`.`,
        name,
      ]
    }
  },
}

/** Every field of a request body has a title: forms label their fields with it. */
export const requestFieldsTitled: LintRule = {
  Root: forOperations(function* ({ request }, root) {
    for (const { name, schema } of fieldsOf(root, request ?? {})) {
      if (typeof schema.title === 'string') continue
      yield `the request field \`${name}\` has no title: add \`title\` and \`x-title-zh\`, the label that forms show`
    }
  }),
}
