import type { INodeProperties } from 'n8n-workflow'
import type { Locator } from '../../shared/parameters.ts'
import type { Endpoint } from '../endpoint.ts'
import { meetingCodeIn } from './meetingCode.ts'

/** WeCom takes either of the two. */
export type MeetingKey = { meetingid: string } | { meeting_code: string }

/** A parameter that asks for a meeting or webinar by its ID, its code or its link. */
export function locator(
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
    description: `The ${displayName.toLowerCase()}, by its ID, its code, or a link or invitation with the code in it`,
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
      {
        displayName: 'By Link',
        name: 'url',
        type: 'string',
        hint: 'A link or a whole invitation with the code in it',
        placeholder: 'https://…?meeting_code=123456789',
      },
    ],
  }
}

/** The request fields for what was entered. */
export function meetingKey({ mode, value }: Locator): MeetingKey {
  return mode === 'id' ? { meetingid: value } : { meeting_code: meetingCodeIn(value) }
}
