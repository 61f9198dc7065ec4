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

export const listMeetingIds = {
  "summary": "List a member's meeting IDs",
  "maxSpan": 15552000,
  "fields": {
    "userid": {
      "displayName": "User ID",
      "description": "User ID of the member of the corp whose meetings are listed"
    },
    "cursor": {
      "displayName": "Cursor",
      "description": "The previous page's <code>next_cursor</code>; for the first page it may be <code>0</code>, or be left out"
    },
    "begin_time": {
      "displayName": "Begin Time",
      "description": "Where the period begins, in seconds since 1970-01-01T00:00:00Z",
      "maximum": 4294967295
    },
    "end_time": {
      "displayName": "End Time",
      "description": "Where the period ends, in seconds since 1970-01-01T00:00:00Z; at most 180 days after <code>begin_time</code>, and now where neither of them is given. It bounds past meetings only: a meeting that has not started is listed whenever it starts at or after <code>begin_time</code>.",
      "maximum": 4294967295
    },
    "limit": {
      "displayName": "Limit",
      "description": "How many IDs a page holds, at most 100; 100 by default. The page gives no smallest value: 1 is this document's own, for pages of none would never end.",
      "maximum": 100
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
  "requires": "enrollment",
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

export const reviewWebinarEnrollments = {
  "summary": "Approve or reject webinar enrollments",
  "requires": "enrollment",
  "fields": {
    "meetingid": {
      "displayName": "Meeting ID",
      "description": "The ID that WeCom gave the meeting when it was created through the API"
    },
    "enroll_id_list": {
      "displayName": "Enrollment IDs",
      "description": "The IDs of the enrollments, each an <code>enroll_id</code>. How many there may be at most is not published."
    },
    "action": {
      "displayName": "Action",
      "description": "What becomes of the enrollments",
      "options": [
        {
          "name": "Reset To Pending",
          "value": 1,
          "description": "Take the approval back, they wait for approval again"
        },
        {
          "name": "Reject",
          "value": 2
        },
        {
          "name": "Approve",
          "value": 3
        }
      ]
    }
  }
}
