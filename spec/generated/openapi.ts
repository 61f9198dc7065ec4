// Generated from spec/openapi.yaml by `pnpm generate`. Do not edit.

import type * as codedValues from './codedValues.ts'

/** The paths of the API as openapi-fetch reads them, for `wecom.raw`. */
export interface paths {
    "/cgi-bin/gettoken": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an access token
         *
         * Exchanges a corp ID and an app's secret for the token that every other call needs. Cache it: frequent calls are blocked, and several wrong secrets in a row block the calling address for an hour (45009).
         */
        get: operations["getToken"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cgi-bin/meeting/get_info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get meeting details
         *
         * Everything about one meeting: its times, settings, recurrence and who attended. The meeting is named by its ID or by its code. Only for self-built apps in the list of apps that may call the meeting API, and only for meetings that the calling app created.
         */
        post: operations["getMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cgi-bin/meeting/get_user_meetingid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List a member's meeting IDs
         *
         * The IDs of a member's meetings within a period of at most 180 days, a page at a time. Only for self-built apps in the list of apps that may call the meeting API, and only meetings that the calling app created.
         */
        post: operations["listMeetingIds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cgi-bin/meeting/webinar/get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get webinar details
         *
         * Everything about one webinar: its times, admission, links, activity page and media settings. The webinar is named by its ID or by its code. Only for self-built apps in the list of apps that may call the meeting API, and only for webinars that the calling app created; only members inside the app's visible range are given.
         */
        post: operations["getWebinar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cgi-bin/meeting/webinar/enroll/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List webinar enrollments
         *
         * The people who enrolled in a webinar and what they answered, a page at a time. Where enrollment is not enabled, WeCom returns an error whose number it does not publish. This endpoint takes no meeting code. Only for self-built apps in the list of apps that may call the meeting API, and only for webinars that the calling app created.
         */
        post: operations["listWebinarEnrollments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cgi-bin/meeting/webinar/enroll/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve or reject webinar enrollments
         *
         * Approves or rejects enrollments of a webinar, or makes them wait for approval again; many at once. It sets their status, so doing it twice is as doing it once. WeCom returns how many it handled, not which. Only for self-built apps in the list of apps that may call the meeting API, and only for webinars that the calling app created.
         */
        post: operations["reviewWebinarEnrollments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
/** The schemas as the pages have them, with every contradiction that they accept. */
export interface components {
    schemas: {
        /**
         * Format: int64
         *
         * An unsigned 32-bit integer.
         */
        Uint32: number;
        /**
         * Format: int64
         *
         * A point in time, in seconds since 1970-01-01T00:00:00Z.
         */
        UnixTime: number;
        /** A point in time, in seconds since 1970-01-01T00:00:00Z, written as text. */
        UnixTimeText: string;
        /** A point in time in UTC+8, written `YYYY-MM-DD HH:mm:ss` or `YYYY/MM/DD HH:mm`. Not a timestamp. */
        Utc8Time: string;
        /** A list of members. */
        UserIdList: {
            /** The members' user IDs. */
            userid: string[];
        };
        /** How WeCom refuses a call: HTTP 200 and an `errcode` other than 0. The catalogue of codes is `x-errcodes` in this document. */
        ErrorResponse: {
            /**
             * Format: int32
             *
             * The number of the error. Decide on this alone.
             */
            errcode: codedValues.RefusalErrcode;
            /** A text for people, which may change: what went wrong, a hint for WeCom's support, the caller's address and a link. */
            errmsg: string;
        };
        /**
         * Format: int32
         *
         * 0, the call succeeded.
         * @constant
         */
        SuccessCode: 0;
        /** `ok`. */
        SuccessMessage: string;
        /** A token and how long it is valid. */
        AccessToken: {
            /** 0, the call succeeded. */
            errcode: components["schemas"]["SuccessCode"];
            /** `ok`. */
            errmsg: components["schemas"]["SuccessMessage"];
            /** The token, at most 512 bytes. WeCom may invalidate it before it expires. */
            access_token: string;
            /**
             * Format: int64
             *
             * How long the token is valid, in seconds; normally 7200.
             */
            expires_in: number;
        };
        /** A member, and the period of their meetings. With neither `begin_time` nor `end_time` the period ends now; when it begins then is not published. */
        ListMeetingIdsRequest: {
            /**
             * User ID
             *
             * User ID of the member of the corp whose meetings are listed.
             */
            userid: string;
            /**
             * Cursor
             *
             * The previous page's `next_cursor`; for the first page it may be `0`, or be left out.
             */
            cursor?: string;
            /**
             * Begin Time
             *
             * Where the period begins, in seconds since 1970-01-01T00:00:00Z.
             */
            begin_time?: components["schemas"]["UnixTime"];
            /**
             * End Time
             *
             * Where the period ends, in seconds since 1970-01-01T00:00:00Z; at most 180 days after `begin_time`, and now where neither of them is given. It bounds past meetings only: a meeting that has not started is listed whenever it starts at or after `begin_time`.
             */
            end_time?: components["schemas"]["UnixTime"];
            /**
             * Limit
             * Format: int32
             *
             * How many IDs a page holds, at most 100; 100 by default. The page gives no smallest value: 1 is this document's own, for pages of none would never end.
             * @default 100
             */
            limit?: number;
        };
        /** One page of meeting IDs. */
        MeetingIdPage: {
            /** 0, the call succeeded. */
            errcode: components["schemas"]["SuccessCode"];
            /** `ok`. */
            errmsg: components["schemas"]["SuccessMessage"];
            /** What the next request takes as its `cursor`; absent or empty after the last page. */
            next_cursor?: string;
            /** The IDs of the meetings; it may be empty. */
            meetingid_list?: string[];
        };
        /** A meeting, named by its ID or by its code; one of the two is needed. The page does not say which of them counts when both are given. */
        GetMeetingRequest: {
            /** The ID that WeCom gave the meeting when it was created through the API. */
            meetingid?: components["schemas"]["MeetingId"];
            /** The code that people type to join. */
            meeting_code?: components["schemas"]["MeetingCode"];
            /** One meeting out of a recurring one. */
            sub_meetingid?: components["schemas"]["SubMeetingId"];
        } & ({
            /** The ID that WeCom gave the meeting when it was created through the API. */
            meetingid: components["schemas"]["MeetingId"];
        } | {
            /** The code that people type to join. */
            meeting_code: components["schemas"]["MeetingCode"];
        });
        /**
         * Meeting ID
         *
         * The ID that WeCom gave the meeting when it was created through the API.
         */
        MeetingId: string;
        /**
         * Meeting Code
         *
         * The code that people type to join.
         */
        MeetingCode: string;
        /**
         * Sub-Meeting ID
         *
         * One meeting out of a recurring one.
         */
        SubMeetingId: string;
        /** A meeting, its settings, its recurrence and its attendees. */
        Meeting: {
            /** 0, the call succeeded. */
            errcode: components["schemas"]["SuccessCode"];
            /** `ok`. */
            errmsg: components["schemas"]["SuccessMessage"];
            /** User ID of the member who administers the meeting. WeCom gives it or `creator_userid`. */
            admin_userid?: string;
            /** User ID of the member who created the meeting. WeCom gives it or `admin_userid`. The page does not have it; WeCom's own command line does. */
            creator_userid?: string;
            /** The meeting's title: at most 40 bytes according to this page, 1 to 255 characters according to the pages on creating and changing meetings. */
            title: string;
            /** When the meeting starts, in seconds since 1970-01-01T00:00:00Z. */
            meeting_start: components["schemas"]["UnixTime"];
            /** How long the meeting lasts, in seconds. The page gives no unit; WeCom's own command line does. */
            meeting_duration: components["schemas"]["Uint32"];
            /** What the meeting is about, at most 600 bytes. */
            description?: string;
            /** Where the meeting takes place, at most 128 characters. */
            location?: string;
            /** ID of the department to which the person who scheduled the meeting belongs; of their main department, according to WeCom's own command line. */
            main_department: components["schemas"]["Uint32"];
            /** The meeting's status. */
            status: components["schemas"]["MeetingStatus"];
            /** What kind of meeting it is. The page lists no 4. */
            meeting_type: components["schemas"]["MeetingType"];
            /** Who attended, members of the corp apart from others. */
            attendees: components["schemas"]["MeetingAttendees"];
            /** The meeting's guests. */
            guests?: components["schemas"]["MeetingGuest"][];
            /** The meeting's settings. */
            settings: components["schemas"]["MeetingSettings"];
            /** ID of the calendar that the meeting is in, according to the page on creating meetings (97454). Only in the sample; the table does not have it. */
            cal_id?: string;
            /** The meeting's recurrence and when members are reminded. */
            reminders?: components["schemas"]["MeetingReminders"];
            /** The code that people type to join. */
            meeting_code: string;
            /** The link that people open to join. */
            meeting_link: string;
            /** Whether the meeting has a poll. Only the meeting's creator and hosts may query it. */
            has_vote?: boolean;
            /** Whether there are more sub-meeting exceptions than are listed; of recurring meetings. */
            has_more_sub_meeting?: components["schemas"]["HasMoreSubMeeting"];
            /** How many sub-meetings are still to come; of recurring meetings. */
            remain_sub_meetings?: components["schemas"]["Uint32"];
            /** The sub-meeting that is in progress or about to start; of recurring meetings. */
            current_sub_meetingid?: string;
            /** The sub-meetings of a recurring meeting. */
            sub_meetings?: components["schemas"]["SubMeeting"][];
            /** The segments of a recurring meeting. In WeCom's app a sub-meeting can be changed with "Change this meeting" or "Change this and following meetings"; either may split the recurring meeting into segments, each with a recurrence of its own. */
            sub_repeat_list?: components["schemas"]["RecurrenceSegment"][];
        };
        /**
         * Format: int64
         *
         * The meeting's status.
         */
        MeetingStatus: codedValues.MeetingStatus;
        /**
         * Format: int64
         *
         * What kind of meeting it is. The page lists no 4.
         */
        MeetingType: codedValues.MeetingType;
        /**
         * Format: int64
         *
         * Whether there are more sub-meeting exceptions than are listed; of recurring meetings.
         */
        HasMoreSubMeeting: codedValues.HasMoreSubMeeting;
        /** Who attended, members of the corp apart from others. */
        MeetingAttendees: {
            /** Members of the corp. */
            member?: components["schemas"]["AttendeeMember"][];
            /** People from outside the corp who attended (the page also calls them external contacts); those who joined through WeChat are not listed. */
            tmp_external_user?: components["schemas"]["AttendeeExternalUser"][];
        };
        /** A member of the corp and how they attended. */
        AttendeeMember: {
            /** The member's user ID. */
            userid: string;
            /** Whether they attended. The sample also shows 3 and 4, which no page explains. */
            status: components["schemas"]["AttendanceStatus"];
            /** When they first joined, in seconds since 1970-01-01T00:00:00Z. */
            first_join_time?: components["schemas"]["FirstJoinTime"];
            /** When they last left, in seconds since 1970-01-01T00:00:00Z. */
            last_quit_time?: components["schemas"]["LastQuitTime"];
            /** How many times they joined. */
            total_join_count: components["schemas"]["TotalJoinCount"];
            /** How long they attended altogether, in seconds. */
            cumulative_time: components["schemas"]["CumulativeTime"];
        };
        /** Somebody from outside the corp and how they attended. */
        AttendeeExternalUser: {
            /** A temporary ID. The same person has another one in every meeting. */
            tmp_external_userid: string;
            /** Whether they attended. The sample also shows 3 and 4, which no page explains. */
            status: components["schemas"]["AttendanceStatus"];
            /** When they first joined, in seconds since 1970-01-01T00:00:00Z. */
            first_join_time?: components["schemas"]["FirstJoinTime"];
            /** When they last left, in seconds since 1970-01-01T00:00:00Z. */
            last_quit_time?: components["schemas"]["LastQuitTime"];
            /** How many times they joined. */
            total_join_count: components["schemas"]["TotalJoinCount"];
            /** How long they attended altogether, in seconds. */
            cumulative_time: components["schemas"]["CumulativeTime"];
        };
        /**
         * Format: int64
         *
         * Whether they attended. The sample also shows 3 and 4, which no page explains.
         */
        AttendanceStatus: codedValues.AttendanceStatus;
        /** When they first joined, in seconds since 1970-01-01T00:00:00Z. */
        FirstJoinTime: components["schemas"]["UnixTime"];
        /** When they last left, in seconds since 1970-01-01T00:00:00Z. */
        LastQuitTime: components["schemas"]["UnixTime"];
        /** How many times they joined. */
        TotalJoinCount: components["schemas"]["Uint32"];
        /** How long they attended altogether, in seconds. */
        CumulativeTime: components["schemas"]["Uint32"];
        /** A guest of a meeting. */
        MeetingGuest: {
            /** Country calling code, such as 86 for mainland China; neither +86 nor 0086. */
            area: string;
            /** Mobile phone number. */
            phone_number: string;
            /** The guest's name; a guest may be invited without one. */
            guest_name?: string;
        };
        /** The meeting's settings. */
        MeetingSettings: {
            /** Whom the meeting rings when it starts. */
            remind_scope: components["schemas"]["RemindScope"];
            /** Whether a password is needed to join; read-only, according to WeCom's own command line. Only in the sample; the table does not have it. */
            need_password?: boolean;
            /** The password that is needed to join. The table's type, bool, is a slip. */
            password?: string;
            /** Whether there is a waiting room. */
            enable_waiting_room: boolean;
            /** Whether members may join before the host does. */
            allow_enter_before_host: boolean;
            /** Whether members are muted as they join. */
            enable_enter_mute: components["schemas"]["MuteOnJoin"];
            /** Only in the sample; neither the table nor another page of WeCom's says what it means. */
            enable_enter_mute_type?: components["schemas"]["Uint32"];
            /** Whether attendees may unmute themselves. */
            allow_unmute_self: boolean;
            /** Whether people from outside the corp may join: true, everybody may; false, only members of the corp. On webinars the page gives the field of this name the opposite meaning. */
            allow_external_user: boolean;
            /** Whether there is a screen watermark. */
            enable_screen_watermark: boolean;
            /** What the watermark looks like. */
            watermark_type?: components["schemas"]["WatermarkType"];
            /** Automatic recording. */
            auto_record_type: components["schemas"]["AutoRecordType"];
            /** Whether cloud recording starts as soon as any attendee joins. */
            attendee_join_auto_record?: boolean;
            /** Whether the host may pause or stop cloud recording. */
            enable_host_pause_auto_record?: boolean;
            /** Whether members may upload documents. */
            enable_doc_upload_permission: boolean;
            /** Whether enrollment is enabled. */
            enable_enroll: boolean;
            /** Whether there is a host key. */
            enable_host_key: boolean;
            /** The host key; of meetings that have one (`enable_host_key`). */
            host_key?: string;
            /** The meeting's hosts. */
            hosts: components["schemas"]["UserIdList"];
            /** Who hosts the meeting now. One row of the table misspells it `current_host`. */
            current_hosts?: components["schemas"]["UserIdList"];
            /** The meeting's co-hosts. */
            co_hosts?: components["schemas"]["UserIdList"];
            /** The members whose devices ring, where `remind_scope` is 4. */
            ring_users?: components["schemas"]["UserIdList"];
        };
        /**
         * Format: int64
         *
         * Whom the meeting rings when it starts.
         */
        RemindScope: codedValues.RemindScope;
        /**
         * Format: int64
         *
         * Whether members are muted as they join.
         */
        MuteOnJoin: codedValues.MuteOnJoin;
        /**
         * Format: int64
         *
         * What the watermark looks like.
         */
        WatermarkType: codedValues.WatermarkType;
        /** Automatic recording. */
        AutoRecordType: codedValues.AutoRecordType;
        /** The meeting's recurrence and when members are reminded. */
        MeetingReminders: {
            /** Whether the meeting recurs. */
            is_repeat: components["schemas"]["MeetingRecurrence"];
            /** How the meeting recurs. */
            repeat_type?: components["schemas"]["RepeatType"];
            /** Whether the recurrence is a custom one. */
            is_custom_repeat?: components["schemas"]["CustomRecurrence"];
            /** How far apart the meetings are, in units that depend on `repeat_type`: with 3, a weekly meeting takes place every 3 weeks, a monthly one every 3 months. */
            repeat_interval?: components["schemas"]["RepeatInterval"];
            /** On which days of the week the meeting recurs, 1 for Monday to 7 for Sunday. */
            repeat_day_of_week?: components["schemas"]["RepeatDayOfWeek"];
            /** On which days of the month the meeting recurs, 1 to 31. */
            repeat_day_of_month?: components["schemas"]["RepeatDayOfMonth"];
            /** What ends the recurrence. */
            repeat_until_type?: components["schemas"]["RepeatUntilType"];
            /** How many times the meeting takes place. */
            repeat_until_count?: components["schemas"]["Uint32"];
            /** When the recurrence ends, in seconds since 1970-01-01T00:00:00Z; given only where `repeat_until_type` is 0. */
            repeat_until?: components["schemas"]["UnixTime"];
            /** How long before `meeting_start` members are reminded, in seconds each. It may be absent where nobody is. */
            remind_before?: components["schemas"]["RemindBefore"][];
        };
        /**
         * Format: int64
         *
         * Whether the meeting recurs.
         */
        MeetingRecurrence: codedValues.MeetingRecurrence;
        /**
         * Format: int64
         *
         * How the meeting recurs.
         */
        RepeatType: codedValues.RepeatType;
        /**
         * Format: int64
         *
         * Whether the recurrence is a custom one.
         */
        CustomRecurrence: codedValues.CustomRecurrence;
        /** How far apart the meetings are, in units that depend on `repeat_type`: with 3, a weekly meeting takes place every 3 weeks, a monthly one every 3 months. */
        RepeatInterval: components["schemas"]["Uint32"];
        /** On which days of the week the meeting recurs, 1 for Monday to 7 for Sunday. */
        RepeatDayOfWeek: components["schemas"]["DayOfWeek"][];
        /**
         * Format: int32
         *
         * A day of the week, 1 for Monday to 7 for Sunday.
         */
        DayOfWeek: codedValues.DayOfWeek;
        /** On which days of the month the meeting recurs, 1 to 31. */
        RepeatDayOfMonth: number[];
        /**
         * Format: int64
         *
         * What ends the recurrence.
         */
        RepeatUntilType: codedValues.RepeatUntilType;
        /**
         * Format: int64
         *
         * How long before the start a reminder is sent, in seconds.
         */
        RemindBefore: codedValues.RemindBefore;
        /** One meeting out of a recurring one. */
        SubMeeting: {
            /** The sub-meeting's ID. */
            sub_meetingid: string;
            /** Whether the sub-meeting still exists. */
            status: components["schemas"]["SubMeetingStatus"];
            /**
             * Format: int64
             *
             * When it starts, in seconds since 1970-01-01T00:00:00Z. The table says uint32, the sample shows a larger number, so no upper limit is set.
             */
            start_time: number;
            /**
             * Format: int64
             *
             * When it ends, in seconds since 1970-01-01T00:00:00Z. The table says uint32, the sample shows a larger number, so no upper limit is set.
             */
            end_time: number;
            /** The sub-meeting's title. */
            title: string;
            /** The segment that the sub-meeting belongs to; see `sub_repeat_list`. */
            repeat_id: string;
        };
        /**
         * Format: int64
         *
         * Whether the sub-meeting still exists.
         */
        SubMeetingStatus: codedValues.SubMeetingStatus;
        /** A segment of a recurring meeting, with a recurrence of its own. */
        RecurrenceSegment: {
            /** The segment's ID. */
            repeat_id: string;
            /** How the meeting recurs. */
            repeat_type: components["schemas"]["RepeatType"];
            /** Whether the recurrence is a custom one. */
            is_custom_repeat: components["schemas"]["CustomRecurrence"];
            /** How far apart the meetings are, in units that depend on `repeat_type`: with 3, a weekly meeting takes place every 3 weeks, a monthly one every 3 months. */
            repeat_interval: components["schemas"]["RepeatInterval"];
            /** On which days of the week the meeting recurs, 1 for Monday to 7 for Sunday. */
            repeat_day_of_week?: components["schemas"]["RepeatDayOfWeek"];
            /** On which days of the month the meeting recurs, 1 to 31. */
            repeat_day_of_month?: components["schemas"]["RepeatDayOfMonth"];
            /** What ends the recurrence. */
            repeat_until_type: components["schemas"]["RepeatUntilType"];
            /** How many times the segment's meeting takes place; given where `repeat_until_type` is 1. */
            repeat_until_count?: components["schemas"]["Uint32"];
            /** When the segment ends, in seconds since 1970-01-01T00:00:00Z; given only where `repeat_until_type` is 0. */
            repeat_until?: components["schemas"]["UnixTime"];
        };
        /** A webinar, named by its ID or by its code; one of the two is needed, and the ID counts when both are given. */
        GetWebinarRequest: {
            /** The ID that WeCom gave the meeting when it was created through the API. */
            meetingid?: components["schemas"]["MeetingId"];
            /** The code that people type to join. */
            meeting_code?: components["schemas"]["MeetingCode"];
        } & ({
            /** The ID that WeCom gave the meeting when it was created through the API. */
            meetingid: components["schemas"]["MeetingId"];
        } | {
            /** The code that people type to join. */
            meeting_code: components["schemas"]["MeetingCode"];
        });
        /** A webinar, its admission, links, activity page and media settings. */
        Webinar: {
            /** 0, the call succeeded. Neither the page's sample nor its table has it. */
            errcode?: components["schemas"]["SuccessCode"];
            /** `ok`. Neither the page's sample nor its table has it. */
            errmsg?: components["schemas"]["SuccessMessage"];
            /** The webinar's ID. */
            meetingid: string;
            /** The webinar's title; 1 to 255 characters according to the page on creating webinars. The sample calls it `title`, the table `subject`. */
            title?: components["schemas"]["WebinarTitle"];
            /** The webinar's title, where WeCom calls it `subject`, as the table does. */
            subject?: components["schemas"]["WebinarSubject"];
            /** The webinar's code. Only in the table; the sample does not have it. */
            meeting_code?: string;
            /** The webinar's status. Only in the table; the sample does not have it. */
            status?: components["schemas"]["WebinarStatus"];
            /** Name of the organizer; 1 to 40 characters according to the page on creating webinars. */
            sponsor?: string;
            /** When the webinar starts, in seconds since 1970-01-01T00:00:00Z, as text. */
            start_time: components["schemas"]["UnixTimeText"];
            /** When the webinar ends, in seconds since 1970-01-01T00:00:00Z, as text. */
            end_time: components["schemas"]["UnixTimeText"];
            /** Who may watch the webinar. */
            admission_type: components["schemas"]["AdmissionType"];
            /** The webinar's hosts; its administrator (`admin_userid`) unless others were named. Only members inside the app's visible range are given. */
            hosts?: components["schemas"]["WebinarHost"][];
            /** The password that the audience needs, 4 to 6 digits; in force only where `admission_type` is 2, according to the page on creating webinars. The sample shows letters. */
            password?: string;
            /** Address of the cover picture: PNG or JPEG, larger than 640×360, 1280×720 recommended, at most 5 MB. Needs `activity_page`. */
            cover_url?: string;
            /** Plain text about the webinar, 1 to 5000 characters. Needs `activity_page`. */
            description?: string;
            /** Whether people who join through the guest link become guests. */
            enable_guest_invite_link: boolean;
            /** The link through which the audience joins. */
            audience_join_link: string;
            /** The link through which guests join. It makes people guests only where `enable_guest_invite_link` is on; otherwise it does what the audience's link does. */
            guest_join_link: string;
            /** Sound, watermark and recording of a webinar. */
            media_setting: components["schemas"]["WebinarMediaSetting"];
            /** Whether Q&A is enabled. */
            enable_qa: boolean;
            /** Link for manual review; given where manual review (`enable_manual_check`) is on. */
            manual_check_link?: string;
            /** Password for manual review; given where manual review (`enable_manual_check`) is on. */
            manual_check_password?: string;
            /** Whether the webinar has an activity page, on by default. The page says that a query returns the default, true. */
            activity_page: boolean;
            /** Whether the activity page shows how many have enrolled or reserved. Needs `activity_page`. The table says string, the sample shows a number; both are accepted. */
            display_number_of_attendees?: components["schemas"]["DisplayNumberOfAttendees"] | string;
            /** Whether the audience may watch the recording, off by default. Needs cloud recording: `auto_record_type` must be `cloud`. */
            playback_for_audience?: boolean;
            /** Where the recording can be watched. */
            playback_url?: string;
            /** Whether preparation mode is on. */
            preparation_mode: boolean;
            /** Address of the warm-up picture: PNG or JPG, 1280×720 recommended, at most 5 MB. There can be only one of picture and video; where both are given, the picture counts. People who come within 15 minutes before the start can watch it, from client version 3.3.0 on. */
            warm_up_picture?: string;
            /** Address of the warm-up video: MP4, 1280×720 recommended, at most 1 GB. There can be only one of picture and video; where both are given, the picture counts. People who come within 15 minutes before the start can watch it, from client version 3.3.0 on. */
            warm_up_video?: string;
            /** Whether attendees may invite members during the warm-up; allowed by default. */
            allow_attendees_invite_others?: boolean;
        } & ({
            /** The webinar's title; 1 to 255 characters according to the page on creating webinars. The sample calls it `title`, the table `subject`. */
            title: components["schemas"]["WebinarTitle"];
        } | {
            /** The webinar's title, where WeCom calls it `subject`, as the table does. */
            subject: components["schemas"]["WebinarSubject"];
        });
        /** The webinar's title; 1 to 255 characters according to the page on creating webinars. The sample calls it `title`, the table `subject`. */
        WebinarTitle: string;
        /** The webinar's title, where WeCom calls it `subject`, as the table does. */
        WebinarSubject: string;
        /** The webinar's status. Only in the table; the sample does not have it. */
        WebinarStatus: codedValues.WebinarStatus;
        /**
         * Format: int64
         *
         * Who may watch the webinar.
         */
        AdmissionType: codedValues.AdmissionType;
        /**
         * Format: int64
         *
         * Whether the number of people who have enrolled or reserved is shown.
         */
        DisplayNumberOfAttendees: codedValues.DisplayNumberOfAttendees;
        /** A host of a webinar. */
        WebinarHost: {
            /** The host's user ID. */
            userid: string;
        };
        /** Sound, watermark and recording of a webinar. */
        WebinarMediaSetting: {
            /** Whether guests are muted as they join, off by default. The table calls it so, the sample `mute_enable_join`. */
            enable_enter_mute?: components["schemas"]["EnableEnterMute"];
            /** Whether guests are muted as they join, where WeCom calls it `mute_enable_join`, as the sample does. */
            mute_enable_join?: components["schemas"]["MuteEnableJoin"];
            /** Whether guests may unmute themselves, off by default. */
            allow_unmute_self: boolean;
            /** Whether guests may join before the host does, on by default. */
            allow_enter_before_host: boolean;
            /** Whether shared screens carry a watermark, off by default. */
            enable_screen_watermark: boolean;
            /** What the watermark looks like, a single row by default. In force only where `enable_screen_watermark` is on. */
            watermark_type?: components["schemas"]["WatermarkType"];
            /** Whether only members of the corp may join, off by default: true, members only; false, everybody. This text of the page explains another field of Tencent Meeting's, and on meetings the field of this name has the opposite meaning; what WeCom's service does is not settled. */
            allow_external_user: boolean;
            /** Automatic recording. Where the corp's account has locked the setting, it has the account's value. From client version 2.7.0 on. */
            auto_record_type: components["schemas"]["AutoRecordType"];
            /** Whether cloud recording starts as soon as any attendee joins, rather than the host; off by default. In force only where `auto_record_type` is `cloud`. Where the corp's account has locked the setting, it has the account's value. From client version 2.7.0 on. */
            attendee_join_auto_record?: boolean;
            /** Whether the host may pause or stop cloud recording, on by default. In force only where `auto_record_type` is `cloud`. Where the corp's account has locked the setting, it has the account's value. From client version 2.7.0 on. */
            enable_host_pause_auto_record?: boolean;
        } & ({
            /** Whether guests are muted as they join, off by default. The table calls it so, the sample `mute_enable_join`. */
            enable_enter_mute: components["schemas"]["EnableEnterMute"];
        } | {
            /** Whether guests are muted as they join, where WeCom calls it `mute_enable_join`, as the sample does. */
            mute_enable_join: components["schemas"]["MuteEnableJoin"];
        });
        /** Whether guests are muted as they join, off by default. The table calls it so, the sample `mute_enable_join`. */
        EnableEnterMute: boolean;
        /** Whether guests are muted as they join, where WeCom calls it `mute_enable_join`, as the sample does. */
        MuteEnableJoin: boolean;
        /** A webinar, and which part of its enrollments. */
        ListWebinarEnrollmentsRequest: {
            /** The ID that WeCom gave the meeting when it was created through the API. */
            meetingid: components["schemas"]["MeetingId"];
            /** Which enrollments to list, by the status of their review; all of them by default. */
            status?: components["schemas"]["EnrollmentStatusFilter"];
            /**
             * Cursor
             *
             * The previous page's `next_cursor`; it may be left out for the first page.
             */
            cursor?: string;
            /**
             * Limit
             * Format: int32
             *
             * How many enrollments a page holds, at most 50; 50 by default. Keep it the same from page to page: the page on the enrollments of meetings (98810) asks for that, this page does not mention it. No page gives a smallest value: 1 is this document's own, for pages of none would never end.
             * @default 50
             */
            limit?: number;
        };
        /**
         * Status
         * Format: int32
         *
         * Which enrollments to list, by the status of their review; all of them by default.
         * @default 0
         * @enum {integer}
         */
        EnrollmentStatusFilter: codedValues.EnrollmentStatusFilter;
        /** One page of enrollments. */
        EnrollmentPage: {
            /** 0, the call succeeded. */
            errcode: components["schemas"]["SuccessCode"];
            /** `ok`. */
            errmsg: components["schemas"]["SuccessMessage"];
            /** Whether further pages follow. */
            has_more: boolean;
            /** What the next request takes as its `cursor`. */
            next_cursor?: string;
            /** The enrollments of this page. It may be absent where there are none. */
            enroll_list?: components["schemas"]["Enrollment"][];
        };
        /** Somebody who enrolled in a webinar, and what they answered. */
        Enrollment: {
            /** The enrollment's ID. The table says string, the sample shows a number, the one that Tencent Meeting's page shows; both are accepted. */
            enroll_id: string | number;
            /** When they enrolled, in UTC+8, written `YYYY-MM-DD HH:mm:ss`; the page on the enrollments of meetings shows `YYYY/MM/DD HH:mm`. Not a timestamp. */
            enroll_time: components["schemas"]["Utc8Time"];
            /** How they were enrolled. */
            enroll_source_type: components["schemas"]["EnrollmentSourceType"];
            /** Their nickname. The phone number, where they were imported by phone number without a nickname. */
            nick_name: string;
            /** The status of the enrollment. */
            status: components["schemas"]["EnrollmentStatus"];
            /** Their user ID; given for members of the corp only. */
            userid?: string;
            /** The temporary ID that they have as a member of this meeting, valid in this webinar alone. */
            tmp_openid?: string;
            /** The enrollment code, with which they join by phone. */
            enroll_code: string;
            /** What they answered. */
            answer_list?: components["schemas"]["EnrollmentAnswer"][];
        };
        /**
         * Format: int64
         *
         * How they were enrolled.
         */
        EnrollmentSourceType: codedValues.EnrollmentSourceType;
        /**
         * Format: int64
         *
         * The status of the enrollment.
         */
        EnrollmentStatus: codedValues.EnrollmentStatus;
        /** A question of the enrollment form and the answer to it. */
        EnrollmentAnswer: {
            /** The answer; one entry for a single choice or a text, several for a multiple choice. */
            answer_content: string[];
            /** Whether the question must be answered. Mind that 1 means no. */
            is_required: components["schemas"]["QuestionRequirement"];
            /** The question's number, from 1 on. */
            question_num: components["schemas"]["Uint32"];
            /** The question. */
            question_title: string;
            /** What kind of question it is. */
            question_type: components["schemas"]["QuestionType"];
            /** Whether it is a special question, and of what type. All special questions are text questions so far. */
            special_type: components["schemas"]["SpecialQuestionType"];
        };
        /**
         * Format: int64
         *
         * Whether the question must be answered. Mind that 1 means no.
         */
        QuestionRequirement: codedValues.QuestionRequirement;
        /**
         * Format: int64
         *
         * What kind of question it is.
         */
        QuestionType: codedValues.QuestionType;
        /**
         * Format: int64
         *
         * Whether it is a special question, and of what type. All special questions are text questions so far.
         */
        SpecialQuestionType: codedValues.SpecialQuestionType;
        /** Enrollments of a webinar, and what becomes of them. */
        ReviewWebinarEnrollmentsRequest: {
            /** The ID that WeCom gave the meeting when it was created through the API. */
            meetingid: components["schemas"]["MeetingId"];
            /**
             * Enrollment IDs
             *
             * The IDs of the enrollments, each an `enroll_id`. How many there may be at most is not published.
             */
            enroll_id_list: string[];
            /** What becomes of the enrollments. */
            action: components["schemas"]["EnrollmentAction"];
        };
        /**
         * Action
         * Format: int32
         *
         * What becomes of the enrollments.
         * @enum {integer}
         */
        EnrollmentAction: codedValues.EnrollmentAction;
        /** How many enrollments were handled. */
        EnrollmentReview: {
            /** 0, the call succeeded. */
            errcode: components["schemas"]["SuccessCode"];
            /** `ok`. */
            errmsg: components["schemas"]["SuccessMessage"];
            /** How many enrollments were handled. */
            handled_count: components["schemas"]["Uint32"];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
/** The operations by their `operationId`. */
export interface operations {
    getToken: {
        parameters: {
            query: {
                /**
                 * The corp's ID, from the admin console under "My Company".
                 * @example wwabcdef0123456789
                 */
                corpid: string;
                /**
                 * The secret of one app. The token belongs to that app alone.
                 * @example SECRET
                 */
                corpsecret: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** A token, or the reason why there is none. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessToken"] | components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    getMeeting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which meeting to look up. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["GetMeetingRequest"];
            };
        };
        responses: {
            /** The meeting, or the reason why it was refused. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Meeting"] | components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    listMeetingIds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whose meetings, and of which period. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListMeetingIdsRequest"];
            };
        };
        responses: {
            /** One page of meeting IDs, or the reason why it was refused. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingIdPage"] | components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    getWebinar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which webinar to look up. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["GetWebinarRequest"];
            };
        };
        responses: {
            /** The webinar, or the reason why it was refused. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webinar"] | components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    listWebinarEnrollments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which webinar, and which part of its enrollments. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListWebinarEnrollmentsRequest"];
            };
        };
        responses: {
            /** One page of enrollments, or the reason why it was refused. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrollmentPage"] | components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    reviewWebinarEnrollments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which enrollments, and what becomes of them. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewWebinarEnrollmentsRequest"];
            };
        };
        responses: {
            /** How many enrollments were handled, or the reason why none was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrollmentReview"] | components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
}
