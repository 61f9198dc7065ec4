import { codedSchemas } from '@wecom-meeting/spec'
import { editorText, label } from './editorText.mts'
import { editorTextsZhCn } from './editorTexts.zh-CN.mts'
import { operationsOf, requestFieldsOf, resolved } from './openapi.mts'

/**
 * Chinese for an English text of the editor: from the OpenAPI document, which has both, else from the
 * list of those that it does not have.
 *
 * @throws if nobody has translated it.
 */
export function chineseTexts(document: Record<string, unknown>): (english: string) => string {
  const texts = new Map([...textsOfDocument(document), ...Object.entries(editorTextsZhCn)])
  return (english) => {
    const chinese = texts.get(english)
    if (chinese) return chinese
    throw new Error(
      `No Chinese for ${JSON.stringify(english)}: put it into scripts/editorTexts.zh-CN.mts.`,
    )
  }
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
