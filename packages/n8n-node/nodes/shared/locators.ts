import type { INodeProperties } from 'n8n-workflow'
import { propertiesAt } from './endpoint.ts'
import { listMeetingIds } from './generated/endpoints.ts'
import { meetingCodeIn } from './meetingCode.ts'
import type { Locator, Parameter } from './parameters.ts'

/** What a parameter locates, which is its name. */
type Locating = 'meeting' | 'webinar'

/** WeCom takes either of the two. */
type MeetingKey = { meetingid: string } | { meeting_code: string }

const meeting = locator('meeting', 'Meeting')

/** Meetings can be listed; WeCom lists no webinars. */
const meetingLocator: INodeProperties = {
  ...meeting,
  modes: [
    {
      displayName: 'From List',
      name: 'list',
      type: 'list',
      hint: 'Enter the User ID of a member below; meetings of the last 180 days and later are listed',
      typeOptions: { searchListMethod: 'searchMeetings', searchable: true },
    },
    ...(meeting.modes ?? []),
  ],
}

export const webinarLocator = locator('webinar', 'Webinar')

/** The member whose meetings are listed. */
const [memberProperty] = propertiesAt('above', listMeetingIds) as [INodeProperties]

/** The parameters that ask for a meeting or webinar. */
export const locators: Record<Locating, INodeProperties[]> = {
  meeting: [
    meetingLocator,
    { ...memberProperty, required: false, displayOptions: { show: { 'meeting.mode': ['list'] } } },
  ],
  webinar: [webinarLocator],
}

/** A parameter that asks for a meeting or webinar by its code, its link or its ID. */
function locator(name: Locating, displayName: string): INodeProperties {
  return {
    displayName,
    name,
    type: 'resourceLocator',
    default: { mode: 'code', value: '' },
    required: true,
    description: `The ${name}, by its code, a link or invitation with the code in it, or its ID`,
    modes: [
      {
        displayName: 'By Code',
        name: 'code',
        type: 'string',
        hint: `The code that people type to join the ${name}, with or without spaces and dashes`,
        placeholder: '123 456 789',
      },
      {
        displayName: 'By Link',
        name: 'url',
        type: 'string',
        hint: `A link to the ${name} with the code in it, or the whole invitation`,
        placeholder: 'https://…?meeting_code=123456789',
      },
      {
        displayName: 'By ID',
        name: 'id',
        type: 'string',
        hint: `The ID that WeCom returned when your app created the ${name} through the API: its meetingid`,
      },
    ],
  }
}

/** What no ID has: white space, a scheme, a host with a path. */
const LINK_OR_TEXT = /\s|:\/\/|\w\.\w+\//

/** What people call the code of a meeting, in groups of three digits or more, with any dash. */
const CODE = /^\d{3}[\p{Pd}−]?\d{3}[\p{Pd}−]?\d{3,4}$/u

/** The request fields for what was entered. A link or a code counts as one wherever it was entered. */
export function keyFrom(parameter: Parameter, kind: Locating): MeetingKey {
  const { mode, value } = parameter(kind) as Locator
  // The list gives IDs.
  if (mode === 'list') return { meetingid: value }
  const isId = mode === 'id' && !LINK_OR_TEXT.test(value) && !CODE.test(value.normalize('NFKC'))
  return isId ? { meetingid: value } : { meeting_code: meetingCodeIn(value) }
}

/** Which meeting or webinar was asked for, in the words on the screen. */
export interface Entered {
  kind: 'Meeting' | 'Webinar'
  by: 'ID' | 'Code'
  value: string
}

/** What was entered in the locator among the properties; undefined where it cannot be used. */
export function enteredIn(
  properties: readonly INodeProperties[],
  parameter: Parameter,
): Entered | undefined {
  const isMeeting = properties.includes(meetingLocator)
  const kind = isMeeting ? 'Meeting' : 'Webinar'
  try {
    const key = keyFrom(parameter, isMeeting ? 'meeting' : 'webinar')
    if ('meetingid' in key) return { kind, by: 'ID', value: key.meetingid }
    return { kind, by: 'Code', value: key.meeting_code }
  } catch {
    return undefined
  }
}

/**
 * The webinar that was entered: some endpoints know webinars by their ID only.
 *
 * @returns Its ID, and a function that finds its title: null where WeCom does not say, so that nothing
 *   about its enrollments is lost with it.
 * @throws {Error} If WeCom returns no ID for a code.
 */
export async function webinarFrom(
  parameter: Parameter,
  getWebinar: (key: MeetingKey) => PromiseLike<{ meetingid: string; title: string }>,
): Promise<{ meetingid: string; findTitle: () => Promise<string | null> }> {
  const key = keyFrom(parameter, 'webinar')
  let found: ReturnType<typeof getWebinar> | undefined
  const find = async () => (found ??= getWebinar(key))
  const findTitle = () =>
    find().then(
      ({ title }) => title || null,
      () => null,
    )
  const { meetingid } = 'meetingid' in key ? key : await find()
  if (meetingid.trim() !== '') return { meetingid, findTitle }
  const { meeting_code } = key as { meeting_code: string }
  throw new Error(
    `WeCom returned no ID for the webinar with the code ${meeting_code}: enter the ID under By ID.`,
  )
}
