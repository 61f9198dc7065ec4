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
         * Exchanges a corp ID and an app's secret for the token that every other call needs. Within its life the same token is given again, so cache it: frequent calls are blocked, and several wrong secrets in a row block the calling address for an hour (45009).
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
         * Everything about one meeting: its times, settings, recurrence and who attended. The meeting is named by its ID or by its code; only meetings that the calling app created are found.
         */
        post: operations["getMeeting"];
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
         * Everything about one webinar: its times, admission, links, activity page and media settings. The webinar is named by its ID or by its code; only webinars that the calling app created are found, and only members inside the app's visible range are listed.
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
         * The people who enrolled in a webinar and what they answered, a page at a time. A webinar on which enrollment is not switched on is refused with an error whose number WeCom does not publish. It takes no meeting code.
         */
        post: operations["listWebinarEnrollments"];
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
        /** An unsigned 32-bit integer. */
        Uint32: number;
        /** A point in time, in seconds since 1970-01-01T00:00:00Z. */
        UnixTime: number;
        /** A point in time, in seconds since 1970-01-01T00:00:00Z, written as text. */
        UnixTimeText: string;
        /** A point in time in UTC+8, written `YYYY-MM-DD HH:mm:ss`. Not a timestamp. */
        Utc8Time: string;
        /** A list of members. */
        UserIdList: {
            /** The members' user IDs. */
            userid: string[];
        };
        /** How WeCom refuses a call: HTTP 200 and an `errcode` other than 0. The catalogue of codes is `x-errcodes` in this document. */
        ErrorResponse: {
            /** The number of the error. Decide on this alone. */
            errcode: number;
            /** A text for people, which may change: what went wrong, a hint for WeCom's support, the caller's address and a link. */
            errmsg: string;
        };
        /**
         * 0, the call succeeded.
         * @constant
         */
        SuccessCode: 0;
        /** `ok`. */
        SuccessMessage: string;
        /** A token and how long it lives. */
        Token: {
            /** 0, the call succeeded. */
            errcode: components["schemas"]["SuccessCode"];
            /** `ok`. */
            errmsg: components["schemas"]["SuccessMessage"];
            /** The token, at most 512 bytes. WeCom may end it before its time. */
            access_token: string;
            /** How long the token lives, in seconds; normally 7200. */
            expires_in: number;
        };
        /** A meeting, named by its ID or by its code; one of the two is needed. */
        GetMeetingRequest: {
            /** The ID that WeCom gave the meeting when it was created through the API. */
            meetingid: components["schemas"]["MeetingId"];
            /**
             * Meeting Code
             *
             * The meeting's code. The page does not say which of the two counts when both are given.
             */
            meeting_code?: string;
            /** One meeting out of a recurring one. */
            sub_meetingid?: components["schemas"]["SubMeetingId"];
        } | {
            /**
             * Meeting ID
             *
             * The meeting's ID. The page does not say which of the two counts when both are given.
             */
            meetingid?: string;
            /** The code that people type to join, digits only. */
            meeting_code: components["schemas"]["MeetingCode"];
            /** One meeting out of a recurring one. */
            sub_meetingid?: components["schemas"]["SubMeetingId"];
        };
        /**
         * Meeting ID
         *
         * The ID that WeCom gave the meeting when it was created through the API.
         */
        MeetingId: string;
        /**
         * Meeting Code
         *
         * The code that people type to join, digits only.
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
            /** User ID of the member who administers the meeting. */
            admin_userid: string;
            /** The meeting's title, at most 40 bytes. */
            title: string;
            /** When the meeting starts, in seconds since 1970-01-01T00:00:00Z. */
            meeting_start: components["schemas"]["UnixTime"];
            /** How long the meeting lasts, in seconds. */
            meeting_duration: components["schemas"]["Uint32"];
            /** What the meeting is about, at most 600 bytes. */
            description: string;
            /** Where the meeting takes place, at most 128 characters. */
            location: string;
            /** ID of the organizer's department. */
            main_department: components["schemas"]["Uint32"];
            /** How far the meeting has come. */
            status: components["schemas"]["MeetingStatus"];
            /** What kind of meeting it is. The page lists no 4. */
            meeting_type: components["schemas"]["MeetingType"];
            /** Who attended. The table calls it an array, the sample shows one object; both are accepted. */
            attendees: components["schemas"]["Attendees"] | components["schemas"]["Attendees"][];
            /** Invited guests. The table calls it an object, the sample shows an array; both are accepted. */
            guests: components["schemas"]["Guest"][] | components["schemas"]["Guest"];
            /** The meeting's settings. */
            settings: components["schemas"]["MeetingSettings"];
            /** ID of the calendar entry. In the sample only; the table does not have it. */
            cal_id?: string;
            /** The meeting's recurrence and when people are reminded. */
            reminders: components["schemas"]["MeetingReminders"];
            /** The code that people type to join. */
            meeting_code: string;
            /** The link that people open to join. */
            meeting_link: string;
            /** Whether the meeting has a poll. Only the meeting's creator and its hosts may know. */
            has_vote?: boolean;
            /** Whether there are further exceptional sub-meetings than the ones listed. */
            has_more_sub_meeting: components["schemas"]["HasMoreSubMeeting"];
            /** How many sub-meetings are still to come. */
            remain_sub_meetings: components["schemas"]["Uint32"];
            /** The sub-meeting in progress, or the next one. */
            current_sub_meetingid?: string;
            /** The sub-meetings of a recurring meeting. The table calls it an object, the sample shows an array; both are accepted. */
            sub_meetings?: components["schemas"]["SubMeeting"][] | components["schemas"]["SubMeeting"];
            /** The segments of a recurring meeting. Changing "this and following" sub-meetings splits a recurring meeting into segments, each with a recurrence of its own. */
            sub_repeat_list?: components["schemas"]["SubRepeatInfo"][];
        };
        /** How far the meeting has come. */
        MeetingStatus: codedValues.MeetingStatus;
        /** What kind of meeting it is. The page lists no 4. */
        MeetingType: codedValues.MeetingType;
        /** Whether there are further exceptional sub-meetings than the ones listed. */
        HasMoreSubMeeting: codedValues.HasMoreSubMeeting;
        /** The attendees, members of the corp and others apart. */
        Attendees: {
            /** Members of the corp. The table calls it an object, the sample shows an array; both are accepted. */
            member?: components["schemas"]["AttendeeMember"][] | components["schemas"]["AttendeeMember"];
            /** People from outside who attended; those who joined through WeChat are not listed. The table calls it an object, the sample shows an array; both are accepted. */
            tmp_external_user?: components["schemas"]["AttendeeExternalUser"][] | components["schemas"]["AttendeeExternalUser"];
        };
        /** A member of the corp and how they attended. */
        AttendeeMember: {
            /** The member's user ID. */
            userid: string;
            /** Whether they attended. The sample also shows 3 and 4, which the table does not explain. */
            status: components["schemas"]["AttendanceStatus"];
            /** When they first joined, in seconds since 1970-01-01T00:00:00Z. */
            first_join_time: components["schemas"]["FirstJoinTime"];
            /** When they last left, in seconds since 1970-01-01T00:00:00Z. */
            last_quit_time: components["schemas"]["LastQuitTime"];
            /** How many times they joined. */
            total_join_count: components["schemas"]["TotalJoinCount"];
            /** How long they attended altogether, in seconds. */
            cumulative_time: components["schemas"]["CumulativeTime"];
        };
        /** Somebody from outside the corp and how they attended. */
        AttendeeExternalUser: {
            /** A temporary ID. The same person has another one in every meeting. */
            tmp_external_userid: string;
            /** Whether they attended. The sample also shows 3 and 4, which the table does not explain. */
            status: components["schemas"]["AttendanceStatus"];
            /** When they first joined, in seconds since 1970-01-01T00:00:00Z. */
            first_join_time: components["schemas"]["FirstJoinTime"];
            /** When they last left, in seconds since 1970-01-01T00:00:00Z. */
            last_quit_time: components["schemas"]["LastQuitTime"];
            /** How many times they joined. */
            total_join_count: components["schemas"]["TotalJoinCount"];
            /** How long they attended altogether, in seconds. */
            cumulative_time: components["schemas"]["CumulativeTime"];
        };
        /** Whether they attended. The sample also shows 3 and 4, which the table does not explain. */
        AttendanceStatus: codedValues.AttendanceStatus;
        /** When they first joined, in seconds since 1970-01-01T00:00:00Z. */
        FirstJoinTime: components["schemas"]["UnixTime"];
        /** When they last left, in seconds since 1970-01-01T00:00:00Z. */
        LastQuitTime: components["schemas"]["UnixTime"];
        /** How many times they joined. */
        TotalJoinCount: components["schemas"]["Uint32"];
        /** How long they attended altogether, in seconds. */
        CumulativeTime: components["schemas"]["Uint32"];
        /** An invited guest. */
        Guest: {
            /** Country calling code, digits only; 86 for mainland China, neither +86 nor 0086. */
            area: string;
            /** Mobile phone number. */
            phone_number: string;
            /** The guest's name. */
            guest_name: string;
        };
        /** The meeting's settings. */
        MeetingSettings: {
            /** Whom the meeting rings when it starts. */
            remind_scope: components["schemas"]["RemindScope"];
            /** Whether a password is needed to join. In the sample only; the table does not have it. */
            need_password?: boolean;
            /** The password. The table calls it a bool, the sample shows text; both are accepted. */
            password?: string | boolean;
            /** Whether people wait in a waiting room until they are let in. */
            enable_waiting_room: boolean;
            /** Whether members may join before the host does. */
            allow_enter_before_host: boolean;
            /** Whether members are muted as they join. */
            enable_enter_mute: components["schemas"]["EnterMute"];
            /** In the sample only; neither the table nor another page says what it means. */
            enable_enter_mute_type?: components["schemas"]["Uint32"];
            /** Whether attendees may unmute themselves. */
            allow_unmute_self: boolean;
            /** Whether people from outside the corp may join: true, everybody may; false, members only. On webinars the page gives the field of this name the opposite meaning. */
            allow_external_user: boolean;
            /** Whether shared screens carry a watermark. */
            enable_screen_watermark: boolean;
            /** What the watermark looks like. */
            watermark_type: components["schemas"]["WatermarkType"];
            /** Whether the meeting is recorded by itself, and where. */
            auto_record_type: components["schemas"]["AutoRecordType"];
            /** Whether cloud recording starts as soon as any attendee joins. */
            attendee_join_auto_record: boolean;
            /** Whether the host may pause or stop cloud recording. */
            enable_host_pause_auto_record: boolean;
            /** Whether members may upload documents. */
            enable_doc_upload_permission: boolean;
            /** Whether people must enroll. */
            enable_enroll: boolean;
            /** Whether there is a host key. */
            enable_host_key: boolean;
            /** The key that makes whoever enters it the host. */
            host_key?: string;
            /** The meeting's hosts. */
            hosts: components["schemas"]["UserIdList"];
            /** Who hosts the meeting now. One row of the table misspells it `current_host`. */
            current_hosts: components["schemas"]["UserIdList"];
            /** The meeting's co-hosts. */
            co_hosts: components["schemas"]["UserIdList"];
            /** The members whom the meeting rings, where `remind_scope` is 4. */
            ring_users?: components["schemas"]["UserIdList"];
        };
        /** Whom the meeting rings when it starts. */
        RemindScope: codedValues.RemindScope;
        /** Whether members are muted as they join. */
        EnterMute: codedValues.EnterMute;
        /** What the watermark looks like. */
        WatermarkType: codedValues.WatermarkType;
        /** Whether the meeting is recorded by itself, and where. */
        AutoRecordType: codedValues.AutoRecordType;
        /** The meeting's recurrence and when people are reminded. */
        MeetingReminders: {
            /** Whether the meeting recurs. */
            is_repeat: components["schemas"]["IsRepeat"];
            /** How the meeting recurs. */
            repeat_type: components["schemas"]["RepeatType"];
            /** Whether the recurrence was set by hand. */
            is_custom_repeat: components["schemas"]["IsCustomRepeat"];
            /** Every how many days, weeks or months the meeting recurs, depending on `repeat_type`: 3 with weekly means every 3 weeks. */
            repeat_interval: components["schemas"]["RepeatInterval"];
            /** On which days of the week the meeting recurs. */
            repeat_day_of_week?: components["schemas"]["RepeatDayOfWeek"];
            /** On which days of the month the meeting recurs, 1 to 31. */
            repeat_day_of_month?: components["schemas"]["RepeatDayOfMonth"];
            /** What ends the recurrence. */
            repeat_until_type: components["schemas"]["RepeatUntilType"];
            /** How many times the meeting takes place. */
            repeat_until_count?: components["schemas"]["Uint32"];
            /** When the recurrence ends, in seconds since 1970-01-01T00:00:00Z; given only where `repeat_until_type` is 0. */
            repeat_until?: components["schemas"]["UnixTime"];
            /** How long before `meeting_start` members are reminded, in seconds each. */
            remind_before: components["schemas"]["RemindBefore"][];
        };
        /** Whether the meeting recurs. */
        IsRepeat: codedValues.IsRepeat;
        /** How the meeting recurs. */
        RepeatType: codedValues.RepeatType;
        /** Whether the recurrence was set by hand. */
        IsCustomRepeat: codedValues.IsCustomRepeat;
        /** Every how many days, weeks or months the meeting recurs, depending on `repeat_type`: 3 with weekly means every 3 weeks. */
        RepeatInterval: components["schemas"]["Uint32"];
        /** On which days of the week the meeting recurs. */
        RepeatDayOfWeek: components["schemas"]["DayOfWeek"][];
        /** A day of the week, 1 for Monday to 7 for Sunday. */
        DayOfWeek: codedValues.DayOfWeek;
        /** On which days of the month the meeting recurs, 1 to 31. */
        RepeatDayOfMonth: number[];
        /** What ends the recurrence. */
        RepeatUntilType: codedValues.RepeatUntilType;
        /** How long before the start a reminder is sent, in seconds. */
        RemindBefore: codedValues.RemindBefore;
        /** One meeting out of a recurring one. */
        SubMeeting: {
            /** The sub-meeting's ID. */
            sub_meetingid: string;
            /** Whether the sub-meeting still exists. */
            status: components["schemas"]["SubMeetingStatus"];
            /** When it starts, in seconds since 1970-01-01T00:00:00Z. The table says uint32, the sample shows a larger number, so no upper limit is set. */
            start_time: number;
            /** When it ends, in seconds since 1970-01-01T00:00:00Z. The table says uint32, the sample shows a larger number, so no upper limit is set. */
            end_time: number;
            /** The sub-meeting's title. */
            title: string;
            /** The segment that the sub-meeting belongs to; see `sub_repeat_list`. */
            repeat_id: string;
        };
        /** Whether the sub-meeting still exists. */
        SubMeetingStatus: codedValues.SubMeetingStatus;
        /** A segment of a recurring meeting, with a recurrence of its own. */
        SubRepeatInfo: {
            /** The segment's ID. */
            repeat_id: string;
            /** How the meeting recurs. */
            repeat_type: components["schemas"]["RepeatType"];
            /** Whether the recurrence was set by hand. */
            is_custom_repeat: components["schemas"]["IsCustomRepeat"];
            /** Every how many days, weeks or months the meeting recurs, depending on `repeat_type`: 3 with weekly means every 3 weeks. */
            repeat_interval: components["schemas"]["RepeatInterval"];
            /** On which days of the week the meeting recurs. */
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
            meetingid: components["schemas"]["MeetingId"];
            /**
             * Meeting Code
             *
             * The webinar's code, ignored beside a `meetingid`.
             */
            meeting_code?: string;
        } | {
            /**
             * Meeting ID
             *
             * The webinar's ID. It counts when both are given.
             */
            meetingid?: string;
            /** The code that people type to join, digits only. */
            meeting_code: components["schemas"]["MeetingCode"];
        };
        /** A webinar, its admission, links, activity page and media settings. */
        Webinar: {
            /** 0, the call succeeded. Neither the page's sample nor its table has it. */
            errcode?: components["schemas"]["SuccessCode"];
            /** `ok`. Neither the page's sample nor its table has it. */
            errmsg?: components["schemas"]["SuccessMessage"];
            /** The webinar's ID. */
            meetingid: string;
            /** What the webinar is about. The sample calls it `title`, the table `subject`. */
            title?: string;
            /** What the webinar is about. The table calls it `subject`, the sample `title`. */
            subject?: string;
            /** The webinar's code. In the table only; the sample does not have it. */
            meeting_code?: string;
            /** How far the webinar has come. In the table only; the sample does not have it. */
            status?: components["schemas"]["WebinarStatus"];
            /** Name of the organization behind the webinar. */
            sponsor: string;
            /** When the webinar starts, in seconds since 1970-01-01T00:00:00Z, as text. */
            start_time: components["schemas"]["UnixTimeText"];
            /** When the webinar ends, in seconds since 1970-01-01T00:00:00Z, as text. */
            end_time: components["schemas"]["UnixTimeText"];
            /** Who may watch the webinar. */
            admission_type: components["schemas"]["AdmissionType"];
            /** The webinar's hosts; its administrator unless others were named. */
            hosts: components["schemas"]["HostInfo"][];
            /** The password that the audience needs, 4 to 6 digits. The sample shows letters. */
            password?: string;
            /** Address of the cover picture: PNG or JPEG, larger than 640×360, 1280×720 recommended, at most 5 MB. Needs `activity_page`. */
            cover_url?: string;
            /** Plain text about the webinar, 1 to 5000 characters. Needs `activity_page`. */
            description?: string;
            /** Whether whoever opens the guest link becomes a guest. */
            enable_guest_invite_link: boolean;
            /** The link through which the audience joins. */
            audience_join_link: string;
            /** The link through which guests join. It makes people guests only where `enable_guest_invite_link` is on; otherwise it does what the audience's link does. */
            guest_join_link: string;
            /** Sound, watermark and recording of a webinar. */
            media_setting: components["schemas"]["MediaSetting"];
            /** Whether the audience may ask questions. */
            enable_qa: boolean;
            /** Where questions are checked by hand; given where manual checking (`enable_manual_check`) is on. */
            manual_check_link?: string;
            /** The password for checking by hand; given where manual checking (`enable_manual_check`) is on. */
            manual_check_password?: string;
            /** Whether the webinar has an activity page; it has one unless it was switched off. */
            activity_page: boolean;
            /** Whether the activity page shows how many have enrolled. Needs `activity_page`. The table says string, the sample shows a number; both are accepted. */
            display_number_of_attendees?: components["schemas"]["DisplayNumberOfAttendees"] | string;
            /** Whether the audience may watch a recording. Needs cloud recording (`auto_record_type` `cloud`). */
            playback_for_audience: boolean;
            /** Where the recording can be watched. */
            playback_url?: string;
            /** Whether the webinar is prepared behind the scenes before the audience is let in. */
            preparation_mode: boolean;
            /** Picture shown before the start: PNG or JPG, 1280×720 recommended, at most 5 MB. Only one of picture and video is used, the picture first. Shown to those who come within 15 minutes before the start, from client version 3.3.0 on. */
            warm_up_picture?: string;
            /** Video shown before the start: MP4, 1280×720 recommended, at most 1 GB. Only one of picture and video is used. Shown to those who come within 15 minutes before the start, from client version 3.3.0 on. */
            warm_up_video?: string;
            /** Whether attendees may invite others while they wait; they may unless it was switched off. */
            allow_attendees_invite_others: boolean;
        };
        /** How far the webinar has come. In the table only; the sample does not have it. */
        WebinarStatus: codedValues.WebinarStatus;
        /** Who may watch the webinar. */
        AdmissionType: codedValues.AdmissionType;
        /** Whether the number of attendees is shown. */
        DisplayNumberOfAttendees: codedValues.DisplayNumberOfAttendees;
        /** A host of a webinar. */
        HostInfo: {
            /** The host's user ID. */
            userid: string;
        };
        /** Sound, watermark and recording of a webinar. */
        MediaSetting: {
            /** Whether guests are muted as they join, off by default. The table calls it so, the sample `mute_enable_join`. */
            enable_enter_mute?: boolean;
            /** Whether guests are muted as they join. The sample calls it so, the table `enable_enter_mute`. */
            mute_enable_join?: boolean;
            /** Whether guests may unmute themselves; off by default. */
            allow_unmute_self: boolean;
            /** Whether guests may join before the host does; on by default. */
            allow_enter_before_host: boolean;
            /** Whether shared screens carry a watermark; off by default. */
            enable_screen_watermark: boolean;
            /** What the watermark looks like, a single row by default. Counts only where `enable_screen_watermark` is on. */
            watermark_type: components["schemas"]["WatermarkType"];
            /** Whether only members of the corp may join, off by default: true, members only; false, everybody. On meetings the field of this name has the opposite meaning. */
            allow_external_user: boolean;
            /** Whether the webinar is recorded by itself, and where. Where the corp's account has locked the setting, it has the account's value. From client version 2.7.0 on. */
            auto_record_type: components["schemas"]["AutoRecordType"];
            /** Whether cloud recording starts as soon as any attendee joins, rather than the host; off by default. Counts only where `auto_record_type` is `cloud`. From client version 2.7.0 on. */
            attendee_join_auto_record: boolean;
            /** Whether the host may pause or stop cloud recording; on by default. Counts only where `auto_record_type` is `cloud`. From client version 2.7.0 on. */
            enable_host_pause_auto_record: boolean;
        };
        /** A webinar, and which part of its enrollments. */
        ListWebinarEnrollmentsRequest: {
            /** The ID that WeCom gave the meeting when it was created through the API. */
            meetingid: components["schemas"]["MeetingId"];
            /** Which enrollments to list; all of them by default. */
            status?: components["schemas"]["EnrollmentStatusFilter"];
            /**
             * Cursor
             *
             * The last page's `next_cursor`; left out for the first page.
             */
            cursor?: string;
            /**
             * Limit
             *
             * How many enrollments a page holds, 1 to 50; 50 by default. It must stay the same from page to page.
             * @default 50
             */
            limit?: number;
        };
        /**
         * Status
         *
         * Which enrollments to list; all of them by default.
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
            /** The enrollments of this page. */
            enroll_list: components["schemas"]["Enrollment"][];
        };
        /** Somebody who enrolled in a webinar, and what they answered. */
        Enrollment: {
            /** The enrollment's ID. The table says string, the sample shows a number; both are accepted. */
            enroll_id: string | number;
            /** When they enrolled, in UTC+8, written `YYYY-MM-DD HH:mm:ss`. Not a timestamp. */
            enroll_time: components["schemas"]["Utc8Time"];
            /** How they were enrolled. */
            enroll_source_type: components["schemas"]["EnrollmentSourceType"];
            /** Their nickname. The phone number, where they were imported by phone number without a nickname. */
            nick_name: string;
            /** Whether the enrollment was approved. */
            status: components["schemas"]["EnrollmentStatus"];
            /** Their user ID; given for members of the corp only. */
            userid?: string;
            /** Their temporary ID, valid in this webinar alone. */
            tmp_openid: string;
            /** The code with which they join by phone. */
            enroll_code: string;
            /** What they answered. */
            answer_list: components["schemas"]["Answer"][];
        };
        /** How they were enrolled. */
        EnrollmentSourceType: codedValues.EnrollmentSourceType;
        /** Whether the enrollment was approved. */
        EnrollmentStatus: codedValues.EnrollmentStatus;
        /** A question of the enrollment form and the answer to it. */
        Answer: {
            /** The answer; one entry for a single choice or a text, several for a multiple choice. */
            answer_content: string[];
            /** Whether the question must be answered. Mind that 1 means no. */
            is_required: components["schemas"]["IsRequired"];
            /** The question's number, from 1 on. */
            question_num: components["schemas"]["Uint32"];
            /** The question. */
            question_title: string;
            /** What kind of question it is. */
            question_type: components["schemas"]["QuestionType"];
            /** Whether the question asks for something that WeCom knows. Such questions are text questions so far. */
            special_type: components["schemas"]["SpecialType"];
        };
        /** Whether the question must be answered. Mind that 1 means no. */
        IsRequired: codedValues.IsRequired;
        /** What kind of question it is. */
        QuestionType: codedValues.QuestionType;
        /** Whether the question asks for something that WeCom knows. Such questions are text questions so far. */
        SpecialType: codedValues.SpecialType;
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
                    "application/json": components["schemas"]["Token"] | components["schemas"]["ErrorResponse"];
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
}
