import type { INode } from 'n8n-workflow'
import { enrollmentRows, eventRows } from './enrollments.ts'
import { attendeeRows, meetingItem, webinarItem } from './meetings.ts'
import type { NodeVersion } from './nodeVersion.ts'
import { version1 } from './version1.ts'

/** The versions of both nodes: workflows keep the one that they were made with. */
export const nodeVersions = { version: [1, 2], defaultVersion: 2 }

const version2: NodeVersion = {
  simplifiesTimes: true,
  completesRows: true,
  isLeanAsTool: true,
  keepsInputBesideError: true,
  narrowsNewcomers: true,
  meetingItem,
  webinarItem,
  attendeeRows,
  enrollmentRows,
  eventRows,
}

/** The version with which a node was added to its workflow. */
export function versionOf({ typeVersion }: INode): NodeVersion {
  return typeVersion === 1 ? version1 : version2
}
