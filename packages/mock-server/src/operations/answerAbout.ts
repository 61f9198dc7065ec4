import { Refusal } from '../errors/Refusal.ts'
import type { JsonObject } from '../json.ts'
import type { Store } from '../state/Store.ts'
import type { OperationBehaviour } from './OperationBehaviour.ts'

/** Answers about the meeting or webinar that the body names; one that is not there is refused. */
export function answerAbout<Named extends object>(
  find: (store: Store, body: JsonObject) => Named | Refusal,
  answerOf: (named: Named) => JsonObject,
): OperationBehaviour {
  return {
    answer({ body }, store) {
      const named = find(store, body)
      return named instanceof Refusal ? named : answerOf(named)
    },
  }
}
