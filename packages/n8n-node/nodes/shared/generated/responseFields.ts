// Generated from spec/openapi.yaml by `pnpm generate`. Do not edit.

/** Every field that holds a point in time. */
export const timeFields: ReadonlySet<string> = new Set([
  "meeting_start",
  "first_join_time",
  "last_quit_time",
  "repeat_until",
  "start_time",
  "end_time",
  "enroll_time"
])

/** By schema and field: the English name of each code. */
export const codeNames: Record<string, Record<string, Record<string, string>>> = {
  "Meeting": {
    "status": {
      "1": "Not Started",
      "2": "In Progress",
      "3": "Ended",
      "4": "Cancelled",
      "5": "Expired"
    },
    "meeting_type": {
      "0": "One Time",
      "1": "Recurring",
      "2": "WeChat Only",
      "3": "Rooms Screencast",
      "5": "Personal Number",
      "6": "Webinar"
    },
    "has_more_sub_meeting": {
      "0": "No More",
      "1": "More"
    }
  },
  "AttendeeMember": {
    "status": {
      "1": "Attended",
      "2": "Not Attended"
    }
  },
  "AttendeeExternalUser": {
    "status": {
      "1": "Attended",
      "2": "Not Attended"
    }
  },
  "MeetingSettings": {
    "remind_scope": {
      "1": "Nobody",
      "2": "Host Only",
      "3": "All Members",
      "4": "Chosen Members"
    },
    "enable_enter_mute": {
      "0": "Off",
      "1": "On",
      "2": "On Above Six"
    },
    "watermark_type": {
      "0": "Single Row",
      "1": "Multiple Rows"
    },
    "auto_record_type": {
      "none": "None",
      "local": "Local",
      "cloud": "Cloud"
    }
  },
  "MeetingReminders": {
    "is_repeat": {
      "0": "One Time",
      "1": "Recurring"
    },
    "repeat_type": {
      "0": "Daily",
      "1": "Weekly",
      "2": "Monthly",
      "7": "Workdays"
    },
    "is_custom_repeat": {
      "0": "Preset",
      "1": "Custom"
    },
    "repeat_until_type": {
      "0": "Date",
      "1": "Count"
    }
  },
  "SubMeeting": {
    "status": {
      "0": "Existing",
      "1": "Deleted"
    }
  },
  "RecurrenceSegment": {
    "repeat_type": {
      "0": "Daily",
      "1": "Weekly",
      "2": "Monthly",
      "7": "Workdays"
    },
    "is_custom_repeat": {
      "0": "Preset",
      "1": "Custom"
    },
    "repeat_until_type": {
      "0": "Date",
      "1": "Count"
    }
  },
  "Webinar": {
    "status": {
      "MEETING_STATE_INVALID": "Invalid",
      "MEETING_STATE_INIT": "Not Started",
      "MEETING_STATE_CANCELLED": "Cancelled",
      "MEETING_STATE_STARTED": "Started",
      "MEETING_STATE_ENDED": "Ended",
      "MEETING_STATE_ABOUT_TO_START": "About To Start",
      "MEETING_STATE_RECYCLED": "Recycled"
    },
    "admission_type": {
      "0": "Public",
      "1": "Enrollment",
      "2": "Password"
    }
  },
  "WebinarMediaSetting": {
    "watermark_type": {
      "0": "Single Row",
      "1": "Multiple Rows"
    },
    "auto_record_type": {
      "none": "None",
      "local": "Local",
      "cloud": "Cloud"
    }
  },
  "Enrollment": {
    "enroll_source_type": {
      "1": "Self",
      "2": "Import"
    },
    "status": {
      "1": "Pending",
      "2": "Rejected",
      "3": "Approved"
    }
  },
  "EnrollmentAnswer": {
    "is_required": {
      "1": "Optional",
      "2": "Required"
    },
    "question_type": {
      "1": "Single Choice",
      "2": "Multiple Choice",
      "3": "Text"
    },
    "special_type": {
      "1": "None",
      "2": "Phone Number",
      "3": "Email",
      "4": "Name",
      "5": "Company Name"
    }
  }
}

/** By schema and field: the schema of the objects that the field holds. */
export const objectsIn: Record<string, Record<string, string>> = {
  "Meeting": {
    "attendees": "MeetingAttendees",
    "guests": "MeetingGuest",
    "settings": "MeetingSettings",
    "reminders": "MeetingReminders",
    "sub_meetings": "SubMeeting",
    "sub_repeat_list": "RecurrenceSegment"
  },
  "MeetingAttendees": {
    "member": "AttendeeMember",
    "tmp_external_user": "AttendeeExternalUser"
  },
  "MeetingSettings": {
    "hosts": "UserIdList",
    "current_hosts": "UserIdList",
    "co_hosts": "UserIdList",
    "ring_users": "UserIdList"
  },
  "Webinar": {
    "hosts": "WebinarHost",
    "media_setting": "WebinarMediaSetting"
  },
  "EnrollmentPage": {
    "enroll_list": "Enrollment"
  },
  "Enrollment": {
    "answer_list": "EnrollmentAnswer"
  }
}

/** By schema: the fields that Simplify leaves, in that order. */
export const simplifiedFields: Record<string, string[]> = {
  "Meeting": [
    "meeting_start",
    "status",
    "meeting_type",
    "meeting_duration",
    "description",
    "location",
    "meeting_link",
    "creator_userid",
    "admin_userid",
    "current_sub_meetingid",
    "remain_sub_meetings",
    "sub_meetings"
  ],
  "SubMeeting": [
    "sub_meetingid",
    "title",
    "status",
    "start_time",
    "end_time"
  ],
  "Webinar": [
    "meetingid",
    "meeting_code",
    "title",
    "status",
    "sponsor",
    "start_time",
    "end_time",
    "admission_type",
    "description",
    "audience_join_link",
    "guest_join_link",
    "playback_url",
    "hosts"
  ],
  "Enrollment": [
    "enroll_id",
    "nick_name",
    "status",
    "enroll_time",
    "enroll_source_type",
    "userid",
    "enroll_code"
  ]
}
