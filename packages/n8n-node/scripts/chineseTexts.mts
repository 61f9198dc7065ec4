import { codedSchemas } from '@wecom-meeting/spec'
import { editorText, label } from './editorText.mts'
import { editorTextsZhCn } from './editorTexts.zh-CN.mts'
import { operationsOf, requestFieldsOf, resolved } from './openapi.mts'

/** Chinese for the English texts of the editor. */
export interface ChineseTexts {
  /** Chinese for `english`; where there is none, or more than one, that goes to `problems`. */
  translate: (english: string) => string
  /** What is wrong with the texts that were asked for, a sentence each that says what to do. */
  problems: ReadonlySet<string>
}

const LIST = 'packages/n8n-node/scripts/editorTexts.zh-CN.mts'

/**
 * Chinese for the texts of the editor: from the OpenAPI document, which has both languages, or from
 * the list of those that it does not have. The list counts more.
 */
export function chineseTexts(document: Record<string, unknown>): ChineseTexts {
  const problems = new Set<string>()
  const texts = new Map<string, Set<string>>()
  for (const [english, chinese] of textsOfDocument(document)) {
    texts.set(english, (texts.get(english) ?? new Set()).add(chinese))
  }
  for (const [english, chinese] of Object.entries(editorTextsZhCn)) {
    texts.set(english, new Set([chinese]))
  }

  function translate(english: string): string {
    const [chinese, ...others] = texts.get(english) ?? []
    if (chinese === undefined) {
      problems.add(`No Chinese for ${JSON.stringify(english)}: add it to ${LIST}.`)
    }
    if (others.length > 0) {
      const found = [chinese, ...others].map((one) => JSON.stringify(one)).join(' and ')
      problems.add(
        `${JSON.stringify(english)} is ${found} in spec/openapi.yaml: make it one, or add one to ${LIST}.`,
      )
    }
    return chinese ?? english
  }
  return { translate, problems }
}

function textsOfDocument(document: Record<string, unknown>): [string, string][] {
  const operations = operationsOf(document)
  const fields = operations.flatMap((operation) =>
    Object.values(requestFieldsOf(document, operation)).map((schema) => resolved(document, schema)),
  )
  const pairs = [
    ...operations.map((operation) => [operation.summary, operation['x-summary-zh']]),
    ...fields.map((field) => [field.title, field['x-title-zh']]),
    ...fields.map((field) => [field.description, field['x-description-zh']]),
    ...codedSchemas(document).flatMap(({ values }) =>
      values.flatMap(({ name, description, descriptionZh }) => [
        [description, descriptionZh],
        [label(name), descriptionZh],
      ]),
    ),
  ]
  return pairs.flatMap(([english, chinese]): [string, string][] =>
    english && chinese ? [[editorText(english), editorText(chinese).replace(/。$/, '')]] : [],
  )
}
