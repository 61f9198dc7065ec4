import { Refusal } from '../errors/Refusal.ts'
import type { Store } from '../state/Store.ts'

/** The refusal of a cursor that `pageOf` does not know. */
export function wrongCursor({ invalidFieldErrcode }: Store): Refusal {
  const detail =
    'cursor is not one that this server gave for this list; send the next_cursor of the page before, with every other field as it was'
  return new Refusal(invalidFieldErrcode, detail)
}
