import type { GetMeetingRequest, Meeting, Webinar } from '@wecom-meeting/client/host'
import type { INode } from 'n8n-workflow'
import {
  type EnrollmentEvent,
  enrollmentRows,
  eventRows,
  type WebinarOfRows,
} from './enrollments.ts'
import { attendeeRows, meetingItem, webinarItem } from './meetings.ts'
import type { OutputFormat } from './output.ts'
import { version1 } from './version1.ts'

/** The versions of both nodes: workflows keep the one that they were made with. */
export const nodeVersions = { version: [1, 2], defaultVersion: 2 }

/** What differs from one version of the nodes to another: the form of their items, and some defaults. */
export interface NodeVersion {
  /** Whether times are written as ISO 8601 unless the options say otherwise. */
  hasIsoTimes(simplify: boolean): boolean
  /** Whether the rows of a webinar have its title, which takes a call. */
  hasTitleInRows: boolean
  /** Whether a model is given people's answers only if the options say so. */
  isLeanAsTool: boolean
  /** Whether an error that does not end the execution comes with the fields of its input item. */
  keepsInputBesideError: boolean
  /** Whether To Status holds for new enrollments as well. */
  narrowsNewcomers: boolean
  meetingItem(meeting: Meeting, asked: GetMeetingRequest, format: OutputFormat): object
  webinarItem(webinar: Webinar, format: OutputFormat): object
  attendeeRows(meeting: Meeting, asked: GetMeetingRequest, format: OutputFormat): object[]
  enrollmentRows(
    enrollments: readonly object[],
    webinar: WebinarOfRows,
    format: OutputFormat,
  ): object[]
  /** @param known Every enrollment that was read. */
  eventRows(
    events: readonly EnrollmentEvent[],
    webinar: WebinarOfRows,
    format: OutputFormat,
    known: readonly object[],
  ): object[]
}

const version2: NodeVersion = {
  hasIsoTimes: (simplify) => simplify,
  hasTitleInRows: true,
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
