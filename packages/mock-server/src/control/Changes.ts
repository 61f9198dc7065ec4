import type { ActiveFault } from '../faults/Fault.ts'
import type { Scenario } from '../faults/scenarios.ts'
import type { JournalEntry } from '../journal/JournalEntry.ts'

/** What the mock says of itself. */
export interface ServerFacts {
  version: string
  url: string
  /** As PEM; over http there is none. */
  certificate: string | undefined
  corpId: string
  corpSecret: string
}

/** One message: the epoch, and whatever is another than in the message before; in the first one all. */
export interface Changes {
  /** Another one means that the journal begins anew: after a reset, or a restart. */
  epoch: string
  /** The requests since, in the order in which they ended; of an epoch's first message the latest. */
  requests?: JournalEntry[]
  server?: ServerFacts
  scenarios?: Scenario[]
  faults?: ActiveFault[]
  /** Counts the changes of meetings, webinars and enrollments. */
  data?: number
}
