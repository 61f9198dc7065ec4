// Generated from spec/openapi.yaml by `pnpm generate`. Do not edit.
import type { Endpoint } from '../endpoint.ts'

export const getWebinar: Endpoint<'meetingid' | 'meeting_code'> = {
  "operationId": "getWebinar",
  "path": "/cgi-bin/meeting/webinar/get",
  "summary": "Get webinar details",
  "fields": {
    "meetingid": {
      "displayName": "Meeting ID",
      "description": "The ID that WeCom gave the meeting when it was created through the API"
    },
    "meeting_code": {
      "displayName": "Meeting Code",
      "description": "The code that people type to join"
    }
  }
}
