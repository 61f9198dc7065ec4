import { isJsonObject, type JsonObject } from '../json.ts'

/** Every sub_meetingid that a request or an answer of `get_info` names. */
export function subMeetingids(fields: JsonObject): Set<string> {
  const listed = [fields.sub_meetings ?? []].flat().filter(isJsonObject)
  const ids = [
    fields.sub_meetingid,
    fields.current_sub_meetingid,
    ...listed.map(({ sub_meetingid }) => sub_meetingid),
  ]
  return new Set(ids.filter((id) => typeof id === 'string'))
}
