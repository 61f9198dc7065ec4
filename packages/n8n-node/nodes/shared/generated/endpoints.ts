// Generated from spec/openapi.yaml by `pnpm generate`. Do not edit.

import type { Endpoint } from '../endpoint.ts'

export const getMeeting = {
  method: (wecom) => wecom.meetings.get,
  "summary": "Get meeting details",
  "effect": "read",
  "operations": [
    {
      "resource": {
        "name": "Meeting",
        "value": "meeting"
      },
      "option": {
        "name": "Get",
        "value": "get",
        "action": "Get a meeting",
        "description": "Get meeting details"
      }
    }
  ],
  "locator": "meeting",
  "schema": "Meeting",
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
      "description": "One meeting out of a recurring one",
      "place": "option",
      "name": "subMeetingId",
      "type": "string",
      "default": ""
    }
  }
} satisfies Endpoint

export const listMeetingIds = {
  method: (wecom) => wecom.meetings.listIds,
  "summary": "List a member's meeting IDs",
  "effect": "read",
  "maxSpan": {
    "from": "begin_time",
    "to": "end_time",
    "seconds": 15552000
  },
  "operations": [
    {
      "resource": {
        "name": "Meeting",
        "value": "meeting"
      },
      "option": {
        "name": "Get Many",
        "value": "getAll",
        "action": "Get many meetings of a member",
        "description": "List a member's meeting IDs, with the details of each if asked for; no webinars"
      }
    }
  ],
  "items": "meetingid_list",
  "fields": {
    "userid": {
      "displayName": "User ID",
      "description": "User ID of the member of the corp whose meetings are listed",
      "place": "above",
      "name": "userId",
      "type": "string",
      "required": true,
      "default": ""
    },
    "cursor": {
      "displayName": "Cursor",
      "description": "The previous page's <code>next_cursor</code>; for the first page it may be <code>0</code>, or be left out"
    },
    "begin_time": {
      "displayName": "Begin Time",
      "description": "Where the period begins; 180 days before its end if empty",
      "maximum": 4294967295,
      "place": "above",
      "name": "beginTime",
      "type": "dateTime",
      "default": ""
    },
    "end_time": {
      "displayName": "End Time",
      "description": "Where the period ends, at most 180 days after it begins; now if both are empty. Meetings to come are listed whatever the end.",
      "maximum": 4294967295,
      "place": "above",
      "name": "endTime",
      "type": "dateTime",
      "default": ""
    },
    "limit": {
      "displayName": "Limit",
      "description": "How many IDs a page holds, at most 100; 100 by default. The page gives no smallest value: 1 is this document's own, for pages of none would never end.",
      "maximum": 100
    }
  }
} satisfies Endpoint

export const getWebinar = {
  method: (wecom) => wecom.webinars.get,
  "summary": "Get webinar details",
  "effect": "read",
  "operations": [
    {
      "resource": {
        "name": "Webinar",
        "value": "webinar"
      },
      "option": {
        "name": "Get",
        "value": "get",
        "action": "Get a webinar",
        "description": "Get webinar details"
      }
    }
  ],
  "locator": "webinar",
  "schema": "Webinar",
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
} satisfies Endpoint

export const listWebinarEnrollments = {
  method: (wecom) => wecom.webinars.enrollments.list,
  "summary": "List webinar enrollments",
  "effect": "read",
  "requires": "enrollment",
  "operations": [
    {
      "resource": {
        "name": "Webinar Enrollment",
        "value": "webinarEnrollment"
      },
      "option": {
        "name": "Get Many",
        "value": "getAll",
        "action": "Get many webinar enrollments",
        "description": "List webinar enrollments"
      }
    }
  ],
  "locator": "webinar",
  "items": "enroll_list",
  "schema": "Enrollment",
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
      ],
      "place": "below",
      "name": "status",
      "type": "options",
      "default": 0
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
} satisfies Endpoint

export const reviewWebinarEnrollments = {
  method: (wecom) => wecom.webinars.enrollments.review,
  "summary": "Approve or reject webinar enrollments",
  "effect": "idempotent",
  "requires": "enrollment",
  "operations": [
    {
      "resource": {
        "name": "Webinar Enrollment",
        "value": "webinarEnrollment"
      },
      "option": {
        "name": "Approve",
        "value": "approve",
        "action": "Approve a webinar enrollment and so admit the person",
        "description": "Approve a webinar enrollment and so admit the person. Those of all items go in one call per webinar."
      },
      "request": {
        "action": 3
      }
    },
    {
      "resource": {
        "name": "Webinar Enrollment",
        "value": "webinarEnrollment"
      },
      "option": {
        "name": "Reject",
        "value": "reject",
        "action": "Reject a webinar enrollment and so turn the person away",
        "description": "Reject a webinar enrollment and so turn the person away. Those of all items go in one call per webinar."
      },
      "request": {
        "action": 2
      }
    },
    {
      "resource": {
        "name": "Webinar Enrollment",
        "value": "webinarEnrollment"
      },
      "option": {
        "name": "Reset to Pending",
        "value": "resetToPending",
        "action": "Reset a webinar enrollment to pending and so undo its review",
        "description": "Reset a webinar enrollment to pending and so undo its review. Those of all items go in one call per webinar."
      },
      "request": {
        "action": 1
      }
    }
  ],
  "locator": "webinar",
  "batch": "enroll_id_list",
  "schema": "EnrollmentReview",
  "fields": {
    "meetingid": {
      "displayName": "Meeting ID",
      "description": "The ID that WeCom gave the meeting when it was created through the API"
    },
    "enroll_id_list": {
      "displayName": "Enrollment ID",
      "description": "The <code>enroll_id</code> that Get Many and the trigger return",
      "place": "above",
      "name": "enrollmentId",
      "type": "string",
      "required": true,
      "default": "",
      "placeholder": "{{ $json.enroll_id }}"
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
} satisfies Endpoint

/** By operation, in the order of the document. */
export const endpoints: Record<string, Endpoint> = { getMeeting, listMeetingIds, getWebinar, listWebinarEnrollments, reviewWebinarEnrollments }
