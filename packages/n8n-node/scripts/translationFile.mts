import type { INodeProperties, INodePropertyOptions, INodeTypeDescription } from 'n8n-workflow'

type Translate = (english: string) => string

/** Of a parameter, or of one of its options. */
interface Translation {
  displayName: string
  description?: string
  placeholder?: string
  options?: Record<string, Translation>
}

/**
 * What n8n's editor shows for a node in another language, by parameter. English stays what the
 * node itself says, as n8n asks for.
 */
export function translationFile(
  { displayName, description, properties }: INodeTypeDescription,
  translate: Translate,
): string {
  const translation = {
    header: { displayName: translate(displayName), description: translate(description) },
    nodeView: parametersIn(properties, translate),
  }
  return `${JSON.stringify(translation, null, 2)}\n`
}

/** The editor looks a parameter up by its name alone: where two share one, their texts must too. */
function parametersIn(
  properties: INodeProperties[],
  translate: Translate,
): Record<string, Translation> {
  const parameters: Record<string, Translation> = {}
  for (const property of properties) {
    const known = parameters[property.name]
    const added = parameter(property, translate)
    const options = merged(known?.options, added.options)
    parameters[property.name] = {
      ...known,
      ...added,
      ...(Object.keys(options).length > 0 && { options }),
    }
  }
  return parameters
}

/** An option of both keeps what both say of it. */
function merged(
  known: Record<string, Translation> = {},
  added: Record<string, Translation> = {},
): Record<string, Translation> {
  const both = Object.keys(known).filter((name) => name in added)
  const shared = both.map((name) => {
    const { description, ...option } = { ...known[name], ...added[name] } as Translation
    const isSame = known[name]?.description === added[name]?.description
    return [name, isSame && description ? { ...option, description } : option]
  })
  return { ...known, ...added, ...Object.fromEntries(shared) }
}

function parameter(property: INodeProperties, translate: Translate): Translation {
  const { displayName, description, type, options = [] } = property
  return {
    displayName: translate(displayName),
    ...(description && { description: translate(description) }),
    ...(type === 'collection' &&
      property.placeholder && { placeholder: translate(property.placeholder) }),
    ...(options.length > 0 && {
      options:
        type === 'collection'
          ? parametersIn(options as INodeProperties[], translate)
          : choicesIn(options as INodePropertyOptions[], translate),
    }),
  }
}

function choicesIn(
  options: INodePropertyOptions[],
  translate: Translate,
): Record<string, Translation> {
  return Object.fromEntries(
    options.map(({ name, value, description }) => [
      value,
      {
        displayName: translate(name),
        ...(description && { description: translate(description) }),
      },
    ]),
  )
}
