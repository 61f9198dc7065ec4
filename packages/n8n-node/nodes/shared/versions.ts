import type { INode } from 'n8n-workflow'
import { enrollmentRows, eventRows } from './enrollments.ts'
import { attendeeRows, meetingItem, webinarItem } from './meetings.ts'
import { version1 } from './version1.ts'

/** The versions of both nodes: workflows keep the one that they were made with. */
export const nodeVersions = { version: [1, 2], defaultVersion: 2 }

/** What gives responses the form of items. */
const version2 = {
  /**
   * The first version has no titles of webinars and no columns but those of the enrollments that it gives, narrows
   * no newcomers by To Status, and keeps no fields of the input beside an error.
   */
  isFirst: false,
  meetingItem,
  webinarItem,
  attendeeRows,
  enrollmentRows,
  eventRows,
}

/** What differs from one version of the nodes to another: the form of their items, and some defaults. */
export type NodeVersion = typeof version2

/** The version with which a node was added to its workflow. */
export function versionOf({ typeVersion }: INode): NodeVersion {
  return typeVersion === 1 ? version1 : version2
}
