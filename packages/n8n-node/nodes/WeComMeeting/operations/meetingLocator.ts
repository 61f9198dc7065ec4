import type { INodeProperties } from 'n8n-workflow'
import type { Endpoint } from '../endpoint.ts'
import { requiredText } from './requiredText.ts'

/** What the editor stores: which way of naming the meeting was chosen, and what was entered. */
interface Locator {
  mode: string
  value: unknown
}

/** WeCom takes either of the two. */
export type MeetingKey = { meetingid: string } | { meeting_code: string }

/** A parameter that asks for a meeting or webinar by its ID or by its code. */
export function meetingLocator(
  name: string,
  displayName: string,
  { fields }: Endpoint<'meetingid' | 'meeting_code'>,
): INodeProperties {
  return {
    displayName,
    name,
    type: 'resourceLocator',
    default: { mode: 'id', value: '' },
    required: true,
    modes: [
      {
        displayName: 'By ID',
        name: 'id',
        type: 'string',
        hint: fields.meetingid.description,
      },
      {
        displayName: 'By Code',
        name: 'code',
        type: 'string',
        hint: fields.meeting_code.description,
        placeholder: '123 456 789',
      },
    ],
  }
}

/**
 * The request fields for what was entered. Codes may be pasted as WeCom shows them, with spaces or
 * dashes between the digits.
 */
export function meetingKey(entered: unknown): MeetingKey {
  const { mode, value } = entered as Locator
  return mode === 'code'
    ? { meeting_code: requiredText(value, 'Meeting Code').replace(/[\s-]/g, '') }
    : { meetingid: requiredText(value, 'Meeting ID') }
}
