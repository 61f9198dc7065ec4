import type { INodeProperties } from 'n8n-workflow'
import { getMeeting, getWebinar } from './generated/endpoints.ts'
import { meetingCodeIn } from './meetingCode.ts'
import type { Locator, Parameter } from './parameters.ts'

/** WeCom takes either of the two. */
export type MeetingKey = { meetingid: string } | { meeting_code: string }

export const meetingLocator: INodeProperties = locator('meeting', 'Meeting', getMeeting)

export const webinarLocator: INodeProperties = locator('webinar', 'Webinar', getWebinar)

/** A parameter that asks for a meeting or webinar by its ID, its code or its link. */
function locator(
  name: string,
  displayName: string,
  { fields }: Pick<typeof getWebinar, 'fields'>,
): INodeProperties {
  return {
    displayName,
    name,
    type: 'resourceLocator',
    default: { mode: 'id', value: '' },
    required: true,
    description: `The ${displayName.toLowerCase()}, by its ID, its code, or a link or invitation with the code in it`,
    modes: [
      { displayName: 'By ID', name: 'id', type: 'string', hint: fields.meetingid.description },
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

/** What no ID has: white space, a scheme, a host with a path. */
const LINK_OR_TEXT = /\s|:\/\/|\w\.\w+\//

/** The request fields for what was entered. A link counts as one wherever it was entered. */
export function keyFrom(parameter: Parameter, { name }: INodeProperties): MeetingKey {
  const { mode, value } = parameter(name) as Locator
  const isId = mode === 'id' && !LINK_OR_TEXT.test(value)
  return isId ? { meetingid: value } : { meeting_code: meetingCodeIn(value) }
}

/**
 * The ID of the webinar that was entered: some endpoints know webinars by their ID only.
 *
 * @throws {Error} If WeCom returns none for a code.
 */
export async function webinarIdFrom(
  parameter: Parameter,
  getWebinar: (key: MeetingKey) => Promise<{ meetingid: string }>,
): Promise<string> {
  const key = keyFrom(parameter, webinarLocator)
  if ('meetingid' in key) return key.meetingid
  const { meetingid } = await getWebinar(key)
  if (meetingid.trim() !== '') return meetingid
  throw new Error(
    `WeCom returned no ID for the webinar with the code ${key.meeting_code}: enter the ID under By ID.`,
  )
}
