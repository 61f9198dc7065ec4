// Generated from spec/openapi.yaml by `pnpm generate`. Do not edit.
import type { Endpoint } from '../endpoint.ts'

export const getMeeting: Endpoint<'meetingid' | 'meeting_code' | 'sub_meetingid'> = {
  "operationId": "getMeeting",
  "path": "/cgi-bin/meeting/get_info",
  "summary": "Get meeting details",
  "fields": {
    "meetingid": {
      "displayName": "Meeting ID",
      "description": "The ID that WeCom gave the meeting when it was created through the API"
    },
    "meeting_code": {
      "displayName": "Meeting Code",
      "description": "The code that people type to join"
    },
    "sub_meetingid": {
      "displayName": "Sub-Meeting ID",
      "description": "One meeting out of a recurring one"
    }
  }
}
