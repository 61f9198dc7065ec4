import type { ControlAction } from '../../control/controlActions.ts'
import type { JsonObject } from '../../json.ts'
import { answerText } from './answerText.ts'
import { askMock, checkedBase } from './askMock.ts'

/** Does one action on a running mock and prints what it answers. */
export async function runAction(
  action: ControlAction,
  fields: JsonObject,
  { url, json }: { url: string; json?: boolean },
): Promise<void> {
  const answer = await askMock(action, fields, checkedBase(url), waiting(action, fields))
  console.log(json ? JSON.stringify(answer, null, 2) : answerText(action, answer))
}

/** How long the mock may wait before it answers, in milliseconds. */
function waiting({ fields }: ControlAction, { timeout }: JsonObject): number {
  return Number(timeout ?? fields.find(({ name }) => name === 'timeout')?.schema.default ?? 0)
}
