// Generated from spec/openapi.yaml by `pnpm generate`. Do not edit.
export const getMeeting = {
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

export const getWebinar = {
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

export const listWebinarEnrollments = {
  "summary": "List webinar enrollments",
  "fields": {
    "meetingid": {
      "displayName": "Meeting ID",
      "description": "The ID that WeCom gave the meeting when it was created through the API"
    },
    "status": {
      "displayName": "Status",
      "description": "Which enrollments to list, by the status of their review; all of them by default",
      "options": [
        {
          "name": "All",
          "value": 0
        },
        {
          "name": "Pending",
          "value": 1,
          "description": "Waiting for approval"
        },
        {
          "name": "Rejected",
          "value": 2
        },
        {
          "name": "Approved",
          "value": 3
        }
      ]
    },
    "cursor": {
      "displayName": "Cursor",
      "description": "The previous page's <code>next_cursor</code>; it may be left out for the first page"
    },
    "limit": {
      "displayName": "Limit",
      "description": "How many enrollments a page holds, at most 50; 50 by default. Keep it the same from page to page: the page on the enrollments of meetings (98810) asks for that, this page does not mention it. No page gives a smallest value: 1 is this document's own, for pages of none would never end.",
      "maximum": 50
    }
  }
}
