// Generated from spec/openapi.yaml by `pnpm generate`. Do not edit.

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
         * @description Exchanges a corp ID and an app's secret for the token that every other call needs. Within its life the same token is given again, so cache it: frequent calls are blocked, and several wrong secrets in a row block the calling address for an hour (45009).
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
         * @description Everything about one meeting: its times, settings, recurrence and who attended. The meeting is named by its ID or by its code; only meetings that the calling app created are found.
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
         * @description Everything about one webinar: its times, admission, links, activity page and media settings. The webinar is named by its ID or by its code; only webinars that the calling app created are found, and only members inside the app's visible range are listed.
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
         * @description The people who enrolled in a webinar and what they answered, a page at a time. A webinar on which enrollment is not switched on is refused with an error whose number WeCom does not publish. It takes no meeting code.
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
export interface components {
    schemas: {
        /** @description An unsigned 32-bit integer. */
        Uint32: number;
        /** @description A point in time, in seconds since 1970-01-01T00:00:00Z. */
        UnixTime: number;
        /** @description A point in time, in seconds since 1970-01-01T00:00:00Z, written as text. */
        UnixTimeText: string;
        /** @description A point in time in UTC+8, written `YYYY-MM-DD HH:mm:ss`. Not a timestamp. */
        Utc8Time: string;
        /** @description A list of members. */
        UserIdList: {
            /** @description The members' user IDs. */
            userid: string[];
        };
        /** @description How WeCom refuses a call: HTTP 200 and an `errcode` other than 0. The catalogue of codes is `x-errcodes` in this document. */
        ErrorResponse: {
            /** @description The number of the error. Decide on this alone. */
            errcode: number;
            /** @description A text for people, which may change: what went wrong, a hint for WeCom's support, the caller's address and a link. */
            errmsg: string;
        };
        /**
         * @description 0, the call succeeded.
         * @constant
         */
        SuccessCode: 0;
        /** @description `ok`. */
        SuccessMessage: string;
        /** @description A token and how long it lives. */
        Token: {
            /**
             * @description 0, the call succeeded.
             * @constant
             */
            errcode: 0;
            /** @description `ok`. */
            errmsg: string;
            /** @description The token, at most 512 bytes. WeCom may end it before its time. */
            access_token: string;
            /** @description How long the token lives, in seconds; normally 7200. */
            expires_in: number;
        };
        /** @description A meeting, named by its ID or by its code; one of the two is needed. */
        GetMeetingRequest: {
            /**
             * Meeting ID
             * @description The ID that WeCom gave the meeting when it was created through the API.
             */
            meetingid: string;
            /**
             * Meeting Code
             * @description The meeting's code. The page does not say which of the two counts when both are given.
             */
            meeting_code?: string;
            /**
             * Sub-Meeting ID
             * @description One meeting out of a recurring one.
             */
            sub_meetingid?: string;
        } | {
            /**
             * Meeting ID
             * @description The meeting's ID. The page does not say which of the two counts when both are given.
             */
            meetingid?: string;
            /**
             * Meeting Code
             * @description The code that people type to join, digits only.
             */
            meeting_code: string;
            /**
             * Sub-Meeting ID
             * @description One meeting out of a recurring one.
             */
            sub_meetingid?: string;
        };
        /**
         * Meeting ID
         * @description The ID that WeCom gave the meeting when it was created through the API.
         */
        MeetingId: string;
        /**
         * Meeting Code
         * @description The code that people type to join, digits only.
         */
        MeetingCode: string;
        /**
         * Sub-Meeting ID
         * @description One meeting out of a recurring one.
         */
        SubMeetingId: string;
        /** @description A meeting, its settings, its recurrence and its attendees. */
        Meeting: {
            /**
             * @description 0, the call succeeded.
             * @constant
             */
            errcode: 0;
            /** @description `ok`. */
            errmsg: string;
            /** @description User ID of the member who administers the meeting. */
            admin_userid: string;
            /** @description The meeting's title, at most 40 bytes. */
            title: string;
            /** @description When the meeting starts, in seconds since 1970-01-01T00:00:00Z. */
            meeting_start: number;
            /** @description How long the meeting lasts, in seconds. */
            meeting_duration: number;
            /** @description What the meeting is about, at most 600 bytes. */
            description: string;
            /** @description Where the meeting takes place, at most 128 characters. */
            location: string;
            /** @description ID of the organizer's department. */
            main_department: number;
            /** @description How far the meeting has come. */
            status: number;
            /** @description What kind of meeting it is. The page lists no 4. */
            meeting_type: number;
            /** @description Who attended. The table calls it an array, the sample shows one object; both are accepted. */
            attendees: {
                /** @description Members of the corp. The table calls it an object, the sample shows an array; both are accepted. */
                member?: {
                    /** @description The member's user ID. */
                    userid: string;
                    /** @description Whether they attended. The sample also shows 3 and 4, which the table does not explain. */
                    status: number;
                    /** @description When they first joined, in seconds since 1970-01-01T00:00:00Z. */
                    first_join_time: number;
                    /** @description When they last left, in seconds since 1970-01-01T00:00:00Z. */
                    last_quit_time: number;
                    /** @description How many times they joined. */
                    total_join_count: number;
                    /** @description How long they attended altogether, in seconds. */
                    cumulative_time: number;
                }[] | {
                    /** @description The member's user ID. */
                    userid: string;
                    /** @description Whether they attended. The sample also shows 3 and 4, which the table does not explain. */
                    status: number;
                    /** @description When they first joined, in seconds since 1970-01-01T00:00:00Z. */
                    first_join_time: number;
                    /** @description When they last left, in seconds since 1970-01-01T00:00:00Z. */
                    last_quit_time: number;
                    /** @description How many times they joined. */
                    total_join_count: number;
                    /** @description How long they attended altogether, in seconds. */
                    cumulative_time: number;
                };
                /** @description People from outside who attended; those who joined through WeChat are not listed. The table calls it an object, the sample shows an array; both are accepted. */
                tmp_external_user?: {
                    /** @description A temporary ID. The same person has another one in every meeting. */
                    tmp_external_userid: string;
                    /** @description Whether they attended. The sample also shows 3 and 4, which the table does not explain. */
                    status: number;
                    /** @description When they first joined, in seconds since 1970-01-01T00:00:00Z. */
                    first_join_time: number;
                    /** @description When they last left, in seconds since 1970-01-01T00:00:00Z. */
                    last_quit_time: number;
                    /** @description How many times they joined. */
                    total_join_count: number;
                    /** @description How long they attended altogether, in seconds. */
                    cumulative_time: number;
                }[] | {
                    /** @description A temporary ID. The same person has another one in every meeting. */
                    tmp_external_userid: string;
                    /** @description Whether they attended. The sample also shows 3 and 4, which the table does not explain. */
                    status: number;
                    /** @description When they first joined, in seconds since 1970-01-01T00:00:00Z. */
                    first_join_time: number;
                    /** @description When they last left, in seconds since 1970-01-01T00:00:00Z. */
                    last_quit_time: number;
                    /** @description How many times they joined. */
                    total_join_count: number;
                    /** @description How long they attended altogether, in seconds. */
                    cumulative_time: number;
                };
            } | {
                /** @description Members of the corp. The table calls it an object, the sample shows an array; both are accepted. */
                member?: {
                    /** @description The member's user ID. */
                    userid: string;
                    /** @description Whether they attended. The sample also shows 3 and 4, which the table does not explain. */
                    status: number;
                    /** @description When they first joined, in seconds since 1970-01-01T00:00:00Z. */
                    first_join_time: number;
                    /** @description When they last left, in seconds since 1970-01-01T00:00:00Z. */
                    last_quit_time: number;
                    /** @description How many times they joined. */
                    total_join_count: number;
                    /** @description How long they attended altogether, in seconds. */
                    cumulative_time: number;
                }[] | {
                    /** @description The member's user ID. */
                    userid: string;
                    /** @description Whether they attended. The sample also shows 3 and 4, which the table does not explain. */
                    status: number;
                    /** @description When they first joined, in seconds since 1970-01-01T00:00:00Z. */
                    first_join_time: number;
                    /** @description When they last left, in seconds since 1970-01-01T00:00:00Z. */
                    last_quit_time: number;
                    /** @description How many times they joined. */
                    total_join_count: number;
                    /** @description How long they attended altogether, in seconds. */
                    cumulative_time: number;
                };
                /** @description People from outside who attended; those who joined through WeChat are not listed. The table calls it an object, the sample shows an array; both are accepted. */
                tmp_external_user?: {
                    /** @description A temporary ID. The same person has another one in every meeting. */
                    tmp_external_userid: string;
                    /** @description Whether they attended. The sample also shows 3 and 4, which the table does not explain. */
                    status: number;
                    /** @description When they first joined, in seconds since 1970-01-01T00:00:00Z. */
                    first_join_time: number;
                    /** @description When they last left, in seconds since 1970-01-01T00:00:00Z. */
                    last_quit_time: number;
                    /** @description How many times they joined. */
                    total_join_count: number;
                    /** @description How long they attended altogether, in seconds. */
                    cumulative_time: number;
                }[] | {
                    /** @description A temporary ID. The same person has another one in every meeting. */
                    tmp_external_userid: string;
                    /** @description Whether they attended. The sample also shows 3 and 4, which the table does not explain. */
                    status: number;
                    /** @description When they first joined, in seconds since 1970-01-01T00:00:00Z. */
                    first_join_time: number;
                    /** @description When they last left, in seconds since 1970-01-01T00:00:00Z. */
                    last_quit_time: number;
                    /** @description How many times they joined. */
                    total_join_count: number;
                    /** @description How long they attended altogether, in seconds. */
                    cumulative_time: number;
                };
            }[];
            /** @description Invited guests. The table calls it an object, the sample shows an array; both are accepted. */
            guests: {
                /** @description Country calling code, digits only; 86 for mainland China, neither +86 nor 0086. */
                area: string;
                /** @description Mobile phone number. */
                phone_number: string;
                /** @description The guest's name. */
                guest_name: string;
            }[] | {
                /** @description Country calling code, digits only; 86 for mainland China, neither +86 nor 0086. */
                area: string;
                /** @description Mobile phone number. */
                phone_number: string;
                /** @description The guest's name. */
                guest_name: string;
            };
            /** @description The meeting's settings. */
            settings: {
                /** @description Whom the meeting rings when it starts. */
                remind_scope: number;
                /** @description Whether a password is needed to join. In the sample only; the table does not have it. */
                need_password?: boolean;
                /** @description The password. The table calls it a bool, the sample shows text; both are accepted. */
                password?: string | boolean;
                /** @description Whether people wait in a waiting room until they are let in. */
                enable_waiting_room: boolean;
                /** @description Whether members may join before the host does. */
                allow_enter_before_host: boolean;
                /** @description Whether members are muted as they join. */
                enable_enter_mute: number;
                /** @description In the sample only; neither the table nor another page says what it means. */
                enable_enter_mute_type?: number;
                /** @description Whether attendees may unmute themselves. */
                allow_unmute_self: boolean;
                /** @description Whether people from outside the corp may join: true, everybody may; false, members only. On webinars the page gives the field of this name the opposite meaning. */
                allow_external_user: boolean;
                /** @description Whether shared screens carry a watermark. */
                enable_screen_watermark: boolean;
                /** @description What the watermark looks like. */
                watermark_type: number;
                /** @description Whether the meeting is recorded by itself, and where. */
                auto_record_type: string;
                /** @description Whether cloud recording starts as soon as any attendee joins. */
                attendee_join_auto_record: boolean;
                /** @description Whether the host may pause or stop cloud recording. */
                enable_host_pause_auto_record: boolean;
                /** @description Whether members may upload documents. */
                enable_doc_upload_permission: boolean;
                /** @description Whether people must enroll. */
                enable_enroll: boolean;
                /** @description Whether there is a host key. */
                enable_host_key: boolean;
                /** @description The key that makes whoever enters it the host. */
                host_key?: string;
                /** @description The meeting's hosts. */
                hosts: {
                    /** @description The members' user IDs. */
                    userid: string[];
                };
                /** @description Who hosts the meeting now. One row of the table misspells it `current_host`. */
                current_hosts: {
                    /** @description The members' user IDs. */
                    userid: string[];
                };
                /** @description The meeting's co-hosts. */
                co_hosts: {
                    /** @description The members' user IDs. */
                    userid: string[];
                };
                /** @description The members whom the meeting rings, where `remind_scope` is 4. */
                ring_users?: {
                    /** @description The members' user IDs. */
                    userid: string[];
                };
            };
            /** @description ID of the calendar entry. In the sample only; the table does not have it. */
            cal_id?: string;
            /** @description The meeting's recurrence and when people are reminded. */
            reminders: {
                /** @description Whether the meeting recurs. */
                is_repeat: number;
                /** @description How the meeting recurs. */
                repeat_type: number;
                /** @description Whether the recurrence was set by hand. */
                is_custom_repeat: number;
                /** @description Every how many days, weeks or months the meeting recurs, depending on `repeat_type`: 3 with weekly means every 3 weeks. */
                repeat_interval: number;
                /** @description On which days of the week the meeting recurs. */
                repeat_day_of_week?: number[];
                /** @description On which days of the month the meeting recurs, 1 to 31. */
                repeat_day_of_month?: number[];
                /** @description What ends the recurrence. */
                repeat_until_type: number;
                /** @description How many times the meeting takes place. */
                repeat_until_count?: number;
                /** @description When the recurrence ends, in seconds since 1970-01-01T00:00:00Z; given only where `repeat_until_type` is 0. */
                repeat_until?: number;
                /** @description How long before `meeting_start` members are reminded, in seconds each. */
                remind_before: number[];
            };
            /** @description The code that people type to join. */
            meeting_code: string;
            /** @description The link that people open to join. */
            meeting_link: string;
            /** @description Whether the meeting has a poll. Only the meeting's creator and its hosts may know. */
            has_vote?: boolean;
            /** @description Whether there are further exceptional sub-meetings than the ones listed. */
            has_more_sub_meeting: number;
            /** @description How many sub-meetings are still to come. */
            remain_sub_meetings: number;
            /** @description The sub-meeting in progress, or the next one. */
            current_sub_meetingid?: string;
            /** @description The sub-meetings of a recurring meeting. The table calls it an object, the sample shows an array; both are accepted. */
            sub_meetings?: {
                /** @description The sub-meeting's ID. */
                sub_meetingid: string;
                /** @description Whether the sub-meeting still exists. */
                status: number;
                /** @description When it starts, in seconds since 1970-01-01T00:00:00Z. The table says uint32, the sample shows a larger number, so no upper limit is set. */
                start_time: number;
                /** @description When it ends, in seconds since 1970-01-01T00:00:00Z. The table says uint32, the sample shows a larger number, so no upper limit is set. */
                end_time: number;
                /** @description The sub-meeting's title. */
                title: string;
                /** @description The segment that the sub-meeting belongs to; see `sub_repeat_list`. */
                repeat_id: string;
            }[] | {
                /** @description The sub-meeting's ID. */
                sub_meetingid: string;
                /** @description Whether the sub-meeting still exists. */
                status: number;
                /** @description When it starts, in seconds since 1970-01-01T00:00:00Z. The table says uint32, the sample shows a larger number, so no upper limit is set. */
                start_time: number;
                /** @description When it ends, in seconds since 1970-01-01T00:00:00Z. The table says uint32, the sample shows a larger number, so no upper limit is set. */
                end_time: number;
                /** @description The sub-meeting's title. */
                title: string;
                /** @description The segment that the sub-meeting belongs to; see `sub_repeat_list`. */
                repeat_id: string;
            };
            /** @description The segments of a recurring meeting. Changing "this and following" sub-meetings splits a recurring meeting into segments, each with a recurrence of its own. */
            sub_repeat_list?: {
                /** @description The segment's ID. */
                repeat_id: string;
                /** @description How the meeting recurs. */
                repeat_type: number;
                /** @description Whether the recurrence was set by hand. */
                is_custom_repeat: number;
                /** @description Every how many days, weeks or months the meeting recurs, depending on `repeat_type`: 3 with weekly means every 3 weeks. */
                repeat_interval: number;
                /** @description On which days of the week the meeting recurs. */
                repeat_day_of_week?: number[];
                /** @description On which days of the month the meeting recurs, 1 to 31. */
                repeat_day_of_month?: number[];
                /** @description What ends the recurrence. */
                repeat_until_type: number;
                /** @description How many times the segment's meeting takes place; given where `repeat_until_type` is 1. */
                repeat_until_count?: number;
                /** @description When the segment ends, in seconds since 1970-01-01T00:00:00Z; given only where `repeat_until_type` is 0. */
                repeat_until?: number;
            }[];
        };
        /** @description How far the meeting has come. */
        MeetingStatus: number;
        /** @description What kind of meeting it is. The page lists no 4. */
        MeetingType: number;
        /** @description Whether there are further exceptional sub-meetings than the ones listed. */
        HasMoreSubMeeting: number;
        /** @description The attendees, members of the corp and others apart. */
        Attendees: {
            /** @description Members of the corp. The table calls it an object, the sample shows an array; both are accepted. */
            member?: {
                /** @description The member's user ID. */
                userid: string;
                /** @description Whether they attended. The sample also shows 3 and 4, which the table does not explain. */
                status: number;
                /** @description When they first joined, in seconds since 1970-01-01T00:00:00Z. */
                first_join_time: number;
                /** @description When they last left, in seconds since 1970-01-01T00:00:00Z. */
                last_quit_time: number;
                /** @description How many times they joined. */
                total_join_count: number;
                /** @description How long they attended altogether, in seconds. */
                cumulative_time: number;
            }[] | {
                /** @description The member's user ID. */
                userid: string;
                /** @description Whether they attended. The sample also shows 3 and 4, which the table does not explain. */
                status: number;
                /** @description When they first joined, in seconds since 1970-01-01T00:00:00Z. */
                first_join_time: number;
                /** @description When they last left, in seconds since 1970-01-01T00:00:00Z. */
                last_quit_time: number;
                /** @description How many times they joined. */
                total_join_count: number;
                /** @description How long they attended altogether, in seconds. */
                cumulative_time: number;
            };
            /** @description People from outside who attended; those who joined through WeChat are not listed. The table calls it an object, the sample shows an array; both are accepted. */
            tmp_external_user?: {
                /** @description A temporary ID. The same person has another one in every meeting. */
                tmp_external_userid: string;
                /** @description Whether they attended. The sample also shows 3 and 4, which the table does not explain. */
                status: number;
                /** @description When they first joined, in seconds since 1970-01-01T00:00:00Z. */
                first_join_time: number;
                /** @description When they last left, in seconds since 1970-01-01T00:00:00Z. */
                last_quit_time: number;
                /** @description How many times they joined. */
                total_join_count: number;
                /** @description How long they attended altogether, in seconds. */
                cumulative_time: number;
            }[] | {
                /** @description A temporary ID. The same person has another one in every meeting. */
                tmp_external_userid: string;
                /** @description Whether they attended. The sample also shows 3 and 4, which the table does not explain. */
                status: number;
                /** @description When they first joined, in seconds since 1970-01-01T00:00:00Z. */
                first_join_time: number;
                /** @description When they last left, in seconds since 1970-01-01T00:00:00Z. */
                last_quit_time: number;
                /** @description How many times they joined. */
                total_join_count: number;
                /** @description How long they attended altogether, in seconds. */
                cumulative_time: number;
            };
        };
        /** @description A member of the corp and how they attended. */
        AttendeeMember: {
            /** @description The member's user ID. */
            userid: string;
            /** @description Whether they attended. The sample also shows 3 and 4, which the table does not explain. */
            status: number;
            /** @description When they first joined, in seconds since 1970-01-01T00:00:00Z. */
            first_join_time: number;
            /** @description When they last left, in seconds since 1970-01-01T00:00:00Z. */
            last_quit_time: number;
            /** @description How many times they joined. */
            total_join_count: number;
            /** @description How long they attended altogether, in seconds. */
            cumulative_time: number;
        };
        /** @description Somebody from outside the corp and how they attended. */
        AttendeeExternalUser: {
            /** @description A temporary ID. The same person has another one in every meeting. */
            tmp_external_userid: string;
            /** @description Whether they attended. The sample also shows 3 and 4, which the table does not explain. */
            status: number;
            /** @description When they first joined, in seconds since 1970-01-01T00:00:00Z. */
            first_join_time: number;
            /** @description When they last left, in seconds since 1970-01-01T00:00:00Z. */
            last_quit_time: number;
            /** @description How many times they joined. */
            total_join_count: number;
            /** @description How long they attended altogether, in seconds. */
            cumulative_time: number;
        };
        /** @description Whether they attended. The sample also shows 3 and 4, which the table does not explain. */
        AttendanceStatus: number;
        /** @description When they first joined, in seconds since 1970-01-01T00:00:00Z. */
        FirstJoinTime: number;
        /** @description When they last left, in seconds since 1970-01-01T00:00:00Z. */
        LastQuitTime: number;
        /** @description How many times they joined. */
        TotalJoinCount: number;
        /** @description How long they attended altogether, in seconds. */
        CumulativeTime: number;
        /** @description An invited guest. */
        Guest: {
            /** @description Country calling code, digits only; 86 for mainland China, neither +86 nor 0086. */
            area: string;
            /** @description Mobile phone number. */
            phone_number: string;
            /** @description The guest's name. */
            guest_name: string;
        };
        /** @description The meeting's settings. */
        MeetingSettings: {
            /** @description Whom the meeting rings when it starts. */
            remind_scope: number;
            /** @description Whether a password is needed to join. In the sample only; the table does not have it. */
            need_password?: boolean;
            /** @description The password. The table calls it a bool, the sample shows text; both are accepted. */
            password?: string | boolean;
            /** @description Whether people wait in a waiting room until they are let in. */
            enable_waiting_room: boolean;
            /** @description Whether members may join before the host does. */
            allow_enter_before_host: boolean;
            /** @description Whether members are muted as they join. */
            enable_enter_mute: number;
            /** @description In the sample only; neither the table nor another page says what it means. */
            enable_enter_mute_type?: number;
            /** @description Whether attendees may unmute themselves. */
            allow_unmute_self: boolean;
            /** @description Whether people from outside the corp may join: true, everybody may; false, members only. On webinars the page gives the field of this name the opposite meaning. */
            allow_external_user: boolean;
            /** @description Whether shared screens carry a watermark. */
            enable_screen_watermark: boolean;
            /** @description What the watermark looks like. */
            watermark_type: number;
            /** @description Whether the meeting is recorded by itself, and where. */
            auto_record_type: string;
            /** @description Whether cloud recording starts as soon as any attendee joins. */
            attendee_join_auto_record: boolean;
            /** @description Whether the host may pause or stop cloud recording. */
            enable_host_pause_auto_record: boolean;
            /** @description Whether members may upload documents. */
            enable_doc_upload_permission: boolean;
            /** @description Whether people must enroll. */
            enable_enroll: boolean;
            /** @description Whether there is a host key. */
            enable_host_key: boolean;
            /** @description The key that makes whoever enters it the host. */
            host_key?: string;
            /** @description The meeting's hosts. */
            hosts: {
                /** @description The members' user IDs. */
                userid: string[];
            };
            /** @description Who hosts the meeting now. One row of the table misspells it `current_host`. */
            current_hosts: {
                /** @description The members' user IDs. */
                userid: string[];
            };
            /** @description The meeting's co-hosts. */
            co_hosts: {
                /** @description The members' user IDs. */
                userid: string[];
            };
            /** @description The members whom the meeting rings, where `remind_scope` is 4. */
            ring_users?: {
                /** @description The members' user IDs. */
                userid: string[];
            };
        };
        /** @description Whom the meeting rings when it starts. */
        RemindScope: number;
        /** @description Whether members are muted as they join. */
        EnterMute: number;
        /** @description What the watermark looks like. */
        WatermarkType: number;
        /** @description Whether the meeting is recorded by itself, and where. */
        AutoRecordType: string;
        /** @description The meeting's recurrence and when people are reminded. */
        MeetingReminders: {
            /** @description Whether the meeting recurs. */
            is_repeat: number;
            /** @description How the meeting recurs. */
            repeat_type: number;
            /** @description Whether the recurrence was set by hand. */
            is_custom_repeat: number;
            /** @description Every how many days, weeks or months the meeting recurs, depending on `repeat_type`: 3 with weekly means every 3 weeks. */
            repeat_interval: number;
            /** @description On which days of the week the meeting recurs. */
            repeat_day_of_week?: number[];
            /** @description On which days of the month the meeting recurs, 1 to 31. */
            repeat_day_of_month?: number[];
            /** @description What ends the recurrence. */
            repeat_until_type: number;
            /** @description How many times the meeting takes place. */
            repeat_until_count?: number;
            /** @description When the recurrence ends, in seconds since 1970-01-01T00:00:00Z; given only where `repeat_until_type` is 0. */
            repeat_until?: number;
            /** @description How long before `meeting_start` members are reminded, in seconds each. */
            remind_before: number[];
        };
        /** @description Whether the meeting recurs. */
        IsRepeat: number;
        /** @description How the meeting recurs. */
        RepeatType: number;
        /** @description Whether the recurrence was set by hand. */
        IsCustomRepeat: number;
        /** @description Every how many days, weeks or months the meeting recurs, depending on `repeat_type`: 3 with weekly means every 3 weeks. */
        RepeatInterval: number;
        /** @description On which days of the week the meeting recurs. */
        RepeatDayOfWeek: number[];
        /** @description A day of the week, 1 for Monday to 7 for Sunday. */
        DayOfWeek: number;
        /** @description On which days of the month the meeting recurs, 1 to 31. */
        RepeatDayOfMonth: number[];
        /** @description What ends the recurrence. */
        RepeatUntilType: number;
        /** @description How long before the start a reminder is sent, in seconds. */
        RemindBefore: number;
        /** @description One meeting out of a recurring one. */
        SubMeeting: {
            /** @description The sub-meeting's ID. */
            sub_meetingid: string;
            /** @description Whether the sub-meeting still exists. */
            status: number;
            /** @description When it starts, in seconds since 1970-01-01T00:00:00Z. The table says uint32, the sample shows a larger number, so no upper limit is set. */
            start_time: number;
            /** @description When it ends, in seconds since 1970-01-01T00:00:00Z. The table says uint32, the sample shows a larger number, so no upper limit is set. */
            end_time: number;
            /** @description The sub-meeting's title. */
            title: string;
            /** @description The segment that the sub-meeting belongs to; see `sub_repeat_list`. */
            repeat_id: string;
        };
        /** @description Whether the sub-meeting still exists. */
        SubMeetingStatus: number;
        /** @description A segment of a recurring meeting, with a recurrence of its own. */
        SubRepeatInfo: {
            /** @description The segment's ID. */
            repeat_id: string;
            /** @description How the meeting recurs. */
            repeat_type: number;
            /** @description Whether the recurrence was set by hand. */
            is_custom_repeat: number;
            /** @description Every how many days, weeks or months the meeting recurs, depending on `repeat_type`: 3 with weekly means every 3 weeks. */
            repeat_interval: number;
            /** @description On which days of the week the meeting recurs. */
            repeat_day_of_week?: number[];
            /** @description On which days of the month the meeting recurs, 1 to 31. */
            repeat_day_of_month?: number[];
            /** @description What ends the recurrence. */
            repeat_until_type: number;
            /** @description How many times the segment's meeting takes place; given where `repeat_until_type` is 1. */
            repeat_until_count?: number;
            /** @description When the segment ends, in seconds since 1970-01-01T00:00:00Z; given only where `repeat_until_type` is 0. */
            repeat_until?: number;
        };
        /** @description A webinar, named by its ID or by its code; one of the two is needed, and the ID counts when both are given. */
        GetWebinarRequest: {
            /**
             * Meeting ID
             * @description The ID that WeCom gave the meeting when it was created through the API.
             */
            meetingid: string;
            /**
             * Meeting Code
             * @description The webinar's code, ignored beside a `meetingid`.
             */
            meeting_code?: string;
        } | {
            /**
             * Meeting ID
             * @description The webinar's ID. It counts when both are given.
             */
            meetingid?: string;
            /**
             * Meeting Code
             * @description The code that people type to join, digits only.
             */
            meeting_code: string;
        };
        /** @description A webinar, its admission, links, activity page and media settings. */
        Webinar: {
            /**
             * @description 0, the call succeeded.
             * @constant
             */
            errcode?: 0;
            /** @description `ok`. */
            errmsg?: string;
            /** @description The webinar's ID. */
            meetingid: string;
            /** @description What the webinar is about. The sample calls it `title`, the table `subject`. */
            title?: string;
            /** @description What the webinar is about. The table calls it `subject`, the sample `title`. */
            subject?: string;
            /** @description The webinar's code. In the table only; the sample does not have it. */
            meeting_code?: string;
            /** @description How far the webinar has come. In the table only; the sample does not have it. */
            status?: string;
            /** @description Name of the organization behind the webinar. */
            sponsor: string;
            /** @description When the webinar starts, in seconds since 1970-01-01T00:00:00Z, as text. */
            start_time: string;
            /** @description When the webinar ends, in seconds since 1970-01-01T00:00:00Z, as text. */
            end_time: string;
            /** @description Who may watch the webinar. */
            admission_type: number;
            /** @description The webinar's hosts; its administrator unless others were named. */
            hosts: {
                /** @description The host's user ID. */
                userid: string;
            }[];
            /** @description The password that the audience needs, 4 to 6 digits. The sample shows letters. */
            password?: string;
            /** @description Address of the cover picture: PNG or JPEG, larger than 640×360, 1280×720 recommended, at most 5 MB. Needs `activity_page`. */
            cover_url?: string;
            /** @description Plain text about the webinar, 1 to 5000 characters. Needs `activity_page`. */
            description?: string;
            /** @description Whether whoever opens the guest link becomes a guest. */
            enable_guest_invite_link: boolean;
            /** @description The link through which the audience joins. */
            audience_join_link: string;
            /** @description The link through which guests join. It makes people guests only where `enable_guest_invite_link` is on; otherwise it does what the audience's link does. */
            guest_join_link: string;
            /** @description Sound, watermark and recording of a webinar. */
            media_setting: {
                /** @description Whether guests are muted as they join, off by default. The table calls it so, the sample `mute_enable_join`. */
                enable_enter_mute?: boolean;
                /** @description Whether guests are muted as they join. The sample calls it so, the table `enable_enter_mute`. */
                mute_enable_join?: boolean;
                /** @description Whether guests may unmute themselves; off by default. */
                allow_unmute_self: boolean;
                /** @description Whether guests may join before the host does; on by default. */
                allow_enter_before_host: boolean;
                /** @description Whether shared screens carry a watermark; off by default. */
                enable_screen_watermark: boolean;
                /** @description What the watermark looks like. */
                watermark_type: number;
                /** @description Whether only members of the corp may join, off by default: true, members only; false, everybody. On meetings the field of this name has the opposite meaning. */
                allow_external_user: boolean;
                /** @description Whether the meeting is recorded by itself, and where. */
                auto_record_type: string;
                /** @description Whether cloud recording starts as soon as any attendee joins, rather than the host; off by default. Counts only where `auto_record_type` is `cloud`. From client version 2.7.0 on. */
                attendee_join_auto_record: boolean;
                /** @description Whether the host may pause or stop cloud recording; on by default. Counts only where `auto_record_type` is `cloud`. From client version 2.7.0 on. */
                enable_host_pause_auto_record: boolean;
            };
            /** @description Whether the audience may ask questions. */
            enable_qa: boolean;
            /** @description Where questions are checked by hand; given where manual checking (`enable_manual_check`) is on. */
            manual_check_link?: string;
            /** @description The password for checking by hand; given where manual checking (`enable_manual_check`) is on. */
            manual_check_password?: string;
            /** @description Whether the webinar has an activity page; it has one unless it was switched off. */
            activity_page: boolean;
            /** @description Whether the activity page shows how many have enrolled. Needs `activity_page`. The table says string, the sample shows a number; both are accepted. */
            display_number_of_attendees?: number | string;
            /** @description Whether the audience may watch a recording. Needs cloud recording (`auto_record_type` `cloud`). */
            playback_for_audience: boolean;
            /** @description Where the recording can be watched. */
            playback_url?: string;
            /** @description Whether the webinar is prepared behind the scenes before the audience is let in. */
            preparation_mode: boolean;
            /** @description Picture shown before the start: PNG or JPG, 1280×720 recommended, at most 5 MB. Only one of picture and video is used, the picture first. Shown to those who come within 15 minutes before the start, from client version 3.3.0 on. */
            warm_up_picture?: string;
            /** @description Video shown before the start: MP4, 1280×720 recommended, at most 1 GB. Only one of picture and video is used. Shown to those who come within 15 minutes before the start, from client version 3.3.0 on. */
            warm_up_video?: string;
            /** @description Whether attendees may invite others while they wait; they may unless it was switched off. */
            allow_attendees_invite_others: boolean;
        };
        /** @description How far the webinar has come. In the table only; the sample does not have it. */
        WebinarStatus: string;
        /** @description Who may watch the webinar. */
        AdmissionType: number;
        /** @description Whether the number of attendees is shown. */
        DisplayNumberOfAttendees: number;
        /** @description A host of a webinar. */
        HostInfo: {
            /** @description The host's user ID. */
            userid: string;
        };
        /** @description Sound, watermark and recording of a webinar. */
        MediaSetting: {
            /** @description Whether guests are muted as they join, off by default. The table calls it so, the sample `mute_enable_join`. */
            enable_enter_mute?: boolean;
            /** @description Whether guests are muted as they join. The sample calls it so, the table `enable_enter_mute`. */
            mute_enable_join?: boolean;
            /** @description Whether guests may unmute themselves; off by default. */
            allow_unmute_self: boolean;
            /** @description Whether guests may join before the host does; on by default. */
            allow_enter_before_host: boolean;
            /** @description Whether shared screens carry a watermark; off by default. */
            enable_screen_watermark: boolean;
            /** @description What the watermark looks like. */
            watermark_type: number;
            /** @description Whether only members of the corp may join, off by default: true, members only; false, everybody. On meetings the field of this name has the opposite meaning. */
            allow_external_user: boolean;
            /** @description Whether the meeting is recorded by itself, and where. */
            auto_record_type: string;
            /** @description Whether cloud recording starts as soon as any attendee joins, rather than the host; off by default. Counts only where `auto_record_type` is `cloud`. From client version 2.7.0 on. */
            attendee_join_auto_record: boolean;
            /** @description Whether the host may pause or stop cloud recording; on by default. Counts only where `auto_record_type` is `cloud`. From client version 2.7.0 on. */
            enable_host_pause_auto_record: boolean;
        };
        /** @description A webinar, and which part of its enrollments. */
        ListWebinarEnrollmentsRequest: {
            /**
             * Meeting ID
             * @description The ID that WeCom gave the meeting when it was created through the API.
             */
            meetingid: string;
            /**
             * Status
             * @description Which enrollments to list; all of them by default.
             * @default 0
             * @enum {integer}
             */
            status: 0 | 1 | 2 | 3;
            /**
             * Cursor
             * @description The last page's `next_cursor`; left out for the first page.
             */
            cursor?: string;
            /**
             * Limit
             * @description How many enrollments a page holds, 1 to 50; 50 by default. It must stay the same from page to page.
             * @default 50
             */
            limit: number;
        };
        /**
         * Status
         * @description Which enrollments to list; all of them by default.
         * @default 0
         * @enum {integer}
         */
        EnrollmentStatusFilter: 0 | 1 | 2 | 3;
        /** @description One page of enrollments. */
        EnrollmentPage: {
            /**
             * @description 0, the call succeeded.
             * @constant
             */
            errcode: 0;
            /** @description `ok`. */
            errmsg: string;
            /** @description Whether further pages follow. */
            has_more: boolean;
            /** @description What the next request takes as its `cursor`. */
            next_cursor?: string;
            /** @description The enrollments of this page. */
            enroll_list: {
                /** @description The enrollment's ID. The table says string, the sample shows a number; both are accepted. */
                enroll_id: string | number;
                /** @description When they enrolled, in UTC+8, written `YYYY-MM-DD HH:mm:ss`. Not a timestamp. */
                enroll_time: string;
                /** @description How they were enrolled. */
                enroll_source_type: number;
                /** @description Their nickname. The phone number, where they were imported by phone number without a nickname. */
                nick_name: string;
                /** @description Whether the enrollment was approved. */
                status: number;
                /** @description Their user ID; given for members of the corp only. */
                userid?: string;
                /** @description Their temporary ID, valid in this webinar alone. */
                tmp_openid: string;
                /** @description The code with which they join by phone. */
                enroll_code: string;
                /** @description What they answered. */
                answer_list: {
                    /** @description The answer; one entry for a single choice or a text, several for a multiple choice. */
                    answer_content: string[];
                    /** @description Whether the question must be answered. Mind that 1 means no. */
                    is_required: number;
                    /** @description The question's number, from 1 on. */
                    question_num: number;
                    /** @description The question. */
                    question_title: string;
                    /** @description What kind of question it is. */
                    question_type: number;
                    /** @description Whether the question asks for something that WeCom knows. Such questions are text questions so far. */
                    special_type: number;
                }[];
            }[];
        };
        /** @description Somebody who enrolled in a webinar, and what they answered. */
        Enrollment: {
            /** @description The enrollment's ID. The table says string, the sample shows a number; both are accepted. */
            enroll_id: string | number;
            /** @description When they enrolled, in UTC+8, written `YYYY-MM-DD HH:mm:ss`. Not a timestamp. */
            enroll_time: string;
            /** @description How they were enrolled. */
            enroll_source_type: number;
            /** @description Their nickname. The phone number, where they were imported by phone number without a nickname. */
            nick_name: string;
            /** @description Whether the enrollment was approved. */
            status: number;
            /** @description Their user ID; given for members of the corp only. */
            userid?: string;
            /** @description Their temporary ID, valid in this webinar alone. */
            tmp_openid: string;
            /** @description The code with which they join by phone. */
            enroll_code: string;
            /** @description What they answered. */
            answer_list: {
                /** @description The answer; one entry for a single choice or a text, several for a multiple choice. */
                answer_content: string[];
                /** @description Whether the question must be answered. Mind that 1 means no. */
                is_required: number;
                /** @description The question's number, from 1 on. */
                question_num: number;
                /** @description The question. */
                question_title: string;
                /** @description What kind of question it is. */
                question_type: number;
                /** @description Whether the question asks for something that WeCom knows. Such questions are text questions so far. */
                special_type: number;
            }[];
        };
        /** @description How they were enrolled. */
        EnrollmentSourceType: number;
        /** @description Whether the enrollment was approved. */
        EnrollmentStatus: number;
        /** @description A question of the enrollment form and the answer to it. */
        Answer: {
            /** @description The answer; one entry for a single choice or a text, several for a multiple choice. */
            answer_content: string[];
            /** @description Whether the question must be answered. Mind that 1 means no. */
            is_required: number;
            /** @description The question's number, from 1 on. */
            question_num: number;
            /** @description The question. */
            question_title: string;
            /** @description What kind of question it is. */
            question_type: number;
            /** @description Whether the question asks for something that WeCom knows. Such questions are text questions so far. */
            special_type: number;
        };
        /** @description Whether the question must be answered. Mind that 1 means no. */
        IsRequired: number;
        /** @description What kind of question it is. */
        QuestionType: number;
        /** @description Whether the question asks for something that WeCom knows. Such questions are text questions so far. */
        SpecialType: number;
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getToken: {
        parameters: {
            query: {
                /**
                 * @description The corp's ID, from the admin console under "My Company".
                 * @example wwabcdef0123456789
                 */
                corpid: string;
                /**
                 * @description The secret of one app. The token belongs to that app alone.
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
            /** @description A token, or the reason why there is none. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description 0, the call succeeded.
                         * @constant
                         */
                        errcode: 0;
                        /** @description `ok`. */
                        errmsg: string;
                        /** @description The token, at most 512 bytes. WeCom may end it before its time. */
                        access_token: string;
                        /** @description How long the token lives, in seconds; normally 7200. */
                        expires_in: number;
                    } | {
                        /** @description The number of the error. Decide on this alone. */
                        errcode: number;
                        /** @description A text for people, which may change: what went wrong, a hint for WeCom's support, the caller's address and a link. */
                        errmsg: string;
                    };
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
        /** @description Which meeting to look up. */
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Meeting ID
                     * @description The ID that WeCom gave the meeting when it was created through the API.
                     */
                    meetingid: string;
                    /**
                     * Meeting Code
                     * @description The meeting's code. The page does not say which of the two counts when both are given.
                     */
                    meeting_code?: string;
                    /**
                     * Sub-Meeting ID
                     * @description One meeting out of a recurring one.
                     */
                    sub_meetingid?: string;
                } | {
                    /**
                     * Meeting ID
                     * @description The meeting's ID. The page does not say which of the two counts when both are given.
                     */
                    meetingid?: string;
                    /**
                     * Meeting Code
                     * @description The code that people type to join, digits only.
                     */
                    meeting_code: string;
                    /**
                     * Sub-Meeting ID
                     * @description One meeting out of a recurring one.
                     */
                    sub_meetingid?: string;
                };
            };
        };
        responses: {
            /** @description The meeting, or the reason why it was refused. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description 0, the call succeeded.
                         * @constant
                         */
                        errcode: 0;
                        /** @description `ok`. */
                        errmsg: string;
                        /** @description User ID of the member who administers the meeting. */
                        admin_userid: string;
                        /** @description The meeting's title, at most 40 bytes. */
                        title: string;
                        /** @description When the meeting starts, in seconds since 1970-01-01T00:00:00Z. */
                        meeting_start: number;
                        /** @description How long the meeting lasts, in seconds. */
                        meeting_duration: number;
                        /** @description What the meeting is about, at most 600 bytes. */
                        description: string;
                        /** @description Where the meeting takes place, at most 128 characters. */
                        location: string;
                        /** @description ID of the organizer's department. */
                        main_department: number;
                        /** @description How far the meeting has come. */
                        status: number;
                        /** @description What kind of meeting it is. The page lists no 4. */
                        meeting_type: number;
                        /** @description Who attended. The table calls it an array, the sample shows one object; both are accepted. */
                        attendees: {
                            /** @description Members of the corp. The table calls it an object, the sample shows an array; both are accepted. */
                            member?: {
                                /** @description The member's user ID. */
                                userid: string;
                                /** @description Whether they attended. The sample also shows 3 and 4, which the table does not explain. */
                                status: number;
                                /** @description When they first joined, in seconds since 1970-01-01T00:00:00Z. */
                                first_join_time: number;
                                /** @description When they last left, in seconds since 1970-01-01T00:00:00Z. */
                                last_quit_time: number;
                                /** @description How many times they joined. */
                                total_join_count: number;
                                /** @description How long they attended altogether, in seconds. */
                                cumulative_time: number;
                            }[] | {
                                /** @description The member's user ID. */
                                userid: string;
                                /** @description Whether they attended. The sample also shows 3 and 4, which the table does not explain. */
                                status: number;
                                /** @description When they first joined, in seconds since 1970-01-01T00:00:00Z. */
                                first_join_time: number;
                                /** @description When they last left, in seconds since 1970-01-01T00:00:00Z. */
                                last_quit_time: number;
                                /** @description How many times they joined. */
                                total_join_count: number;
                                /** @description How long they attended altogether, in seconds. */
                                cumulative_time: number;
                            };
                            /** @description People from outside who attended; those who joined through WeChat are not listed. The table calls it an object, the sample shows an array; both are accepted. */
                            tmp_external_user?: {
                                /** @description A temporary ID. The same person has another one in every meeting. */
                                tmp_external_userid: string;
                                /** @description Whether they attended. The sample also shows 3 and 4, which the table does not explain. */
                                status: number;
                                /** @description When they first joined, in seconds since 1970-01-01T00:00:00Z. */
                                first_join_time: number;
                                /** @description When they last left, in seconds since 1970-01-01T00:00:00Z. */
                                last_quit_time: number;
                                /** @description How many times they joined. */
                                total_join_count: number;
                                /** @description How long they attended altogether, in seconds. */
                                cumulative_time: number;
                            }[] | {
                                /** @description A temporary ID. The same person has another one in every meeting. */
                                tmp_external_userid: string;
                                /** @description Whether they attended. The sample also shows 3 and 4, which the table does not explain. */
                                status: number;
                                /** @description When they first joined, in seconds since 1970-01-01T00:00:00Z. */
                                first_join_time: number;
                                /** @description When they last left, in seconds since 1970-01-01T00:00:00Z. */
                                last_quit_time: number;
                                /** @description How many times they joined. */
                                total_join_count: number;
                                /** @description How long they attended altogether, in seconds. */
                                cumulative_time: number;
                            };
                        } | {
                            /** @description Members of the corp. The table calls it an object, the sample shows an array; both are accepted. */
                            member?: {
                                /** @description The member's user ID. */
                                userid: string;
                                /** @description Whether they attended. The sample also shows 3 and 4, which the table does not explain. */
                                status: number;
                                /** @description When they first joined, in seconds since 1970-01-01T00:00:00Z. */
                                first_join_time: number;
                                /** @description When they last left, in seconds since 1970-01-01T00:00:00Z. */
                                last_quit_time: number;
                                /** @description How many times they joined. */
                                total_join_count: number;
                                /** @description How long they attended altogether, in seconds. */
                                cumulative_time: number;
                            }[] | {
                                /** @description The member's user ID. */
                                userid: string;
                                /** @description Whether they attended. The sample also shows 3 and 4, which the table does not explain. */
                                status: number;
                                /** @description When they first joined, in seconds since 1970-01-01T00:00:00Z. */
                                first_join_time: number;
                                /** @description When they last left, in seconds since 1970-01-01T00:00:00Z. */
                                last_quit_time: number;
                                /** @description How many times they joined. */
                                total_join_count: number;
                                /** @description How long they attended altogether, in seconds. */
                                cumulative_time: number;
                            };
                            /** @description People from outside who attended; those who joined through WeChat are not listed. The table calls it an object, the sample shows an array; both are accepted. */
                            tmp_external_user?: {
                                /** @description A temporary ID. The same person has another one in every meeting. */
                                tmp_external_userid: string;
                                /** @description Whether they attended. The sample also shows 3 and 4, which the table does not explain. */
                                status: number;
                                /** @description When they first joined, in seconds since 1970-01-01T00:00:00Z. */
                                first_join_time: number;
                                /** @description When they last left, in seconds since 1970-01-01T00:00:00Z. */
                                last_quit_time: number;
                                /** @description How many times they joined. */
                                total_join_count: number;
                                /** @description How long they attended altogether, in seconds. */
                                cumulative_time: number;
                            }[] | {
                                /** @description A temporary ID. The same person has another one in every meeting. */
                                tmp_external_userid: string;
                                /** @description Whether they attended. The sample also shows 3 and 4, which the table does not explain. */
                                status: number;
                                /** @description When they first joined, in seconds since 1970-01-01T00:00:00Z. */
                                first_join_time: number;
                                /** @description When they last left, in seconds since 1970-01-01T00:00:00Z. */
                                last_quit_time: number;
                                /** @description How many times they joined. */
                                total_join_count: number;
                                /** @description How long they attended altogether, in seconds. */
                                cumulative_time: number;
                            };
                        }[];
                        /** @description Invited guests. The table calls it an object, the sample shows an array; both are accepted. */
                        guests: {
                            /** @description Country calling code, digits only; 86 for mainland China, neither +86 nor 0086. */
                            area: string;
                            /** @description Mobile phone number. */
                            phone_number: string;
                            /** @description The guest's name. */
                            guest_name: string;
                        }[] | {
                            /** @description Country calling code, digits only; 86 for mainland China, neither +86 nor 0086. */
                            area: string;
                            /** @description Mobile phone number. */
                            phone_number: string;
                            /** @description The guest's name. */
                            guest_name: string;
                        };
                        /** @description The meeting's settings. */
                        settings: {
                            /** @description Whom the meeting rings when it starts. */
                            remind_scope: number;
                            /** @description Whether a password is needed to join. In the sample only; the table does not have it. */
                            need_password?: boolean;
                            /** @description The password. The table calls it a bool, the sample shows text; both are accepted. */
                            password?: string | boolean;
                            /** @description Whether people wait in a waiting room until they are let in. */
                            enable_waiting_room: boolean;
                            /** @description Whether members may join before the host does. */
                            allow_enter_before_host: boolean;
                            /** @description Whether members are muted as they join. */
                            enable_enter_mute: number;
                            /** @description In the sample only; neither the table nor another page says what it means. */
                            enable_enter_mute_type?: number;
                            /** @description Whether attendees may unmute themselves. */
                            allow_unmute_self: boolean;
                            /** @description Whether people from outside the corp may join: true, everybody may; false, members only. On webinars the page gives the field of this name the opposite meaning. */
                            allow_external_user: boolean;
                            /** @description Whether shared screens carry a watermark. */
                            enable_screen_watermark: boolean;
                            /** @description What the watermark looks like. */
                            watermark_type: number;
                            /** @description Whether the meeting is recorded by itself, and where. */
                            auto_record_type: string;
                            /** @description Whether cloud recording starts as soon as any attendee joins. */
                            attendee_join_auto_record: boolean;
                            /** @description Whether the host may pause or stop cloud recording. */
                            enable_host_pause_auto_record: boolean;
                            /** @description Whether members may upload documents. */
                            enable_doc_upload_permission: boolean;
                            /** @description Whether people must enroll. */
                            enable_enroll: boolean;
                            /** @description Whether there is a host key. */
                            enable_host_key: boolean;
                            /** @description The key that makes whoever enters it the host. */
                            host_key?: string;
                            /** @description The meeting's hosts. */
                            hosts: {
                                /** @description The members' user IDs. */
                                userid: string[];
                            };
                            /** @description Who hosts the meeting now. One row of the table misspells it `current_host`. */
                            current_hosts: {
                                /** @description The members' user IDs. */
                                userid: string[];
                            };
                            /** @description The meeting's co-hosts. */
                            co_hosts: {
                                /** @description The members' user IDs. */
                                userid: string[];
                            };
                            /** @description The members whom the meeting rings, where `remind_scope` is 4. */
                            ring_users?: {
                                /** @description The members' user IDs. */
                                userid: string[];
                            };
                        };
                        /** @description ID of the calendar entry. In the sample only; the table does not have it. */
                        cal_id?: string;
                        /** @description The meeting's recurrence and when people are reminded. */
                        reminders: {
                            /** @description Whether the meeting recurs. */
                            is_repeat: number;
                            /** @description How the meeting recurs. */
                            repeat_type: number;
                            /** @description Whether the recurrence was set by hand. */
                            is_custom_repeat: number;
                            /** @description Every how many days, weeks or months the meeting recurs, depending on `repeat_type`: 3 with weekly means every 3 weeks. */
                            repeat_interval: number;
                            /** @description On which days of the week the meeting recurs. */
                            repeat_day_of_week?: number[];
                            /** @description On which days of the month the meeting recurs, 1 to 31. */
                            repeat_day_of_month?: number[];
                            /** @description What ends the recurrence. */
                            repeat_until_type: number;
                            /** @description How many times the meeting takes place. */
                            repeat_until_count?: number;
                            /** @description When the recurrence ends, in seconds since 1970-01-01T00:00:00Z; given only where `repeat_until_type` is 0. */
                            repeat_until?: number;
                            /** @description How long before `meeting_start` members are reminded, in seconds each. */
                            remind_before: number[];
                        };
                        /** @description The code that people type to join. */
                        meeting_code: string;
                        /** @description The link that people open to join. */
                        meeting_link: string;
                        /** @description Whether the meeting has a poll. Only the meeting's creator and its hosts may know. */
                        has_vote?: boolean;
                        /** @description Whether there are further exceptional sub-meetings than the ones listed. */
                        has_more_sub_meeting: number;
                        /** @description How many sub-meetings are still to come. */
                        remain_sub_meetings: number;
                        /** @description The sub-meeting in progress, or the next one. */
                        current_sub_meetingid?: string;
                        /** @description The sub-meetings of a recurring meeting. The table calls it an object, the sample shows an array; both are accepted. */
                        sub_meetings?: {
                            /** @description The sub-meeting's ID. */
                            sub_meetingid: string;
                            /** @description Whether the sub-meeting still exists. */
                            status: number;
                            /** @description When it starts, in seconds since 1970-01-01T00:00:00Z. The table says uint32, the sample shows a larger number, so no upper limit is set. */
                            start_time: number;
                            /** @description When it ends, in seconds since 1970-01-01T00:00:00Z. The table says uint32, the sample shows a larger number, so no upper limit is set. */
                            end_time: number;
                            /** @description The sub-meeting's title. */
                            title: string;
                            /** @description The segment that the sub-meeting belongs to; see `sub_repeat_list`. */
                            repeat_id: string;
                        }[] | {
                            /** @description The sub-meeting's ID. */
                            sub_meetingid: string;
                            /** @description Whether the sub-meeting still exists. */
                            status: number;
                            /** @description When it starts, in seconds since 1970-01-01T00:00:00Z. The table says uint32, the sample shows a larger number, so no upper limit is set. */
                            start_time: number;
                            /** @description When it ends, in seconds since 1970-01-01T00:00:00Z. The table says uint32, the sample shows a larger number, so no upper limit is set. */
                            end_time: number;
                            /** @description The sub-meeting's title. */
                            title: string;
                            /** @description The segment that the sub-meeting belongs to; see `sub_repeat_list`. */
                            repeat_id: string;
                        };
                        /** @description The segments of a recurring meeting. Changing "this and following" sub-meetings splits a recurring meeting into segments, each with a recurrence of its own. */
                        sub_repeat_list?: {
                            /** @description The segment's ID. */
                            repeat_id: string;
                            /** @description How the meeting recurs. */
                            repeat_type: number;
                            /** @description Whether the recurrence was set by hand. */
                            is_custom_repeat: number;
                            /** @description Every how many days, weeks or months the meeting recurs, depending on `repeat_type`: 3 with weekly means every 3 weeks. */
                            repeat_interval: number;
                            /** @description On which days of the week the meeting recurs. */
                            repeat_day_of_week?: number[];
                            /** @description On which days of the month the meeting recurs, 1 to 31. */
                            repeat_day_of_month?: number[];
                            /** @description What ends the recurrence. */
                            repeat_until_type: number;
                            /** @description How many times the segment's meeting takes place; given where `repeat_until_type` is 1. */
                            repeat_until_count?: number;
                            /** @description When the segment ends, in seconds since 1970-01-01T00:00:00Z; given only where `repeat_until_type` is 0. */
                            repeat_until?: number;
                        }[];
                    } | {
                        /** @description The number of the error. Decide on this alone. */
                        errcode: number;
                        /** @description A text for people, which may change: what went wrong, a hint for WeCom's support, the caller's address and a link. */
                        errmsg: string;
                    };
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
        /** @description Which webinar to look up. */
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Meeting ID
                     * @description The ID that WeCom gave the meeting when it was created through the API.
                     */
                    meetingid: string;
                    /**
                     * Meeting Code
                     * @description The webinar's code, ignored beside a `meetingid`.
                     */
                    meeting_code?: string;
                } | {
                    /**
                     * Meeting ID
                     * @description The webinar's ID. It counts when both are given.
                     */
                    meetingid?: string;
                    /**
                     * Meeting Code
                     * @description The code that people type to join, digits only.
                     */
                    meeting_code: string;
                };
            };
        };
        responses: {
            /** @description The webinar, or the reason why it was refused. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description 0, the call succeeded.
                         * @constant
                         */
                        errcode?: 0;
                        /** @description `ok`. */
                        errmsg?: string;
                        /** @description The webinar's ID. */
                        meetingid: string;
                        /** @description What the webinar is about. The sample calls it `title`, the table `subject`. */
                        title?: string;
                        /** @description What the webinar is about. The table calls it `subject`, the sample `title`. */
                        subject?: string;
                        /** @description The webinar's code. In the table only; the sample does not have it. */
                        meeting_code?: string;
                        /** @description How far the webinar has come. In the table only; the sample does not have it. */
                        status?: string;
                        /** @description Name of the organization behind the webinar. */
                        sponsor: string;
                        /** @description When the webinar starts, in seconds since 1970-01-01T00:00:00Z, as text. */
                        start_time: string;
                        /** @description When the webinar ends, in seconds since 1970-01-01T00:00:00Z, as text. */
                        end_time: string;
                        /** @description Who may watch the webinar. */
                        admission_type: number;
                        /** @description The webinar's hosts; its administrator unless others were named. */
                        hosts: {
                            /** @description The host's user ID. */
                            userid: string;
                        }[];
                        /** @description The password that the audience needs, 4 to 6 digits. The sample shows letters. */
                        password?: string;
                        /** @description Address of the cover picture: PNG or JPEG, larger than 640×360, 1280×720 recommended, at most 5 MB. Needs `activity_page`. */
                        cover_url?: string;
                        /** @description Plain text about the webinar, 1 to 5000 characters. Needs `activity_page`. */
                        description?: string;
                        /** @description Whether whoever opens the guest link becomes a guest. */
                        enable_guest_invite_link: boolean;
                        /** @description The link through which the audience joins. */
                        audience_join_link: string;
                        /** @description The link through which guests join. It makes people guests only where `enable_guest_invite_link` is on; otherwise it does what the audience's link does. */
                        guest_join_link: string;
                        /** @description Sound, watermark and recording of a webinar. */
                        media_setting: {
                            /** @description Whether guests are muted as they join, off by default. The table calls it so, the sample `mute_enable_join`. */
                            enable_enter_mute?: boolean;
                            /** @description Whether guests are muted as they join. The sample calls it so, the table `enable_enter_mute`. */
                            mute_enable_join?: boolean;
                            /** @description Whether guests may unmute themselves; off by default. */
                            allow_unmute_self: boolean;
                            /** @description Whether guests may join before the host does; on by default. */
                            allow_enter_before_host: boolean;
                            /** @description Whether shared screens carry a watermark; off by default. */
                            enable_screen_watermark: boolean;
                            /** @description What the watermark looks like. */
                            watermark_type: number;
                            /** @description Whether only members of the corp may join, off by default: true, members only; false, everybody. On meetings the field of this name has the opposite meaning. */
                            allow_external_user: boolean;
                            /** @description Whether the meeting is recorded by itself, and where. */
                            auto_record_type: string;
                            /** @description Whether cloud recording starts as soon as any attendee joins, rather than the host; off by default. Counts only where `auto_record_type` is `cloud`. From client version 2.7.0 on. */
                            attendee_join_auto_record: boolean;
                            /** @description Whether the host may pause or stop cloud recording; on by default. Counts only where `auto_record_type` is `cloud`. From client version 2.7.0 on. */
                            enable_host_pause_auto_record: boolean;
                        };
                        /** @description Whether the audience may ask questions. */
                        enable_qa: boolean;
                        /** @description Where questions are checked by hand; given where manual checking (`enable_manual_check`) is on. */
                        manual_check_link?: string;
                        /** @description The password for checking by hand; given where manual checking (`enable_manual_check`) is on. */
                        manual_check_password?: string;
                        /** @description Whether the webinar has an activity page; it has one unless it was switched off. */
                        activity_page: boolean;
                        /** @description Whether the activity page shows how many have enrolled. Needs `activity_page`. The table says string, the sample shows a number; both are accepted. */
                        display_number_of_attendees?: number | string;
                        /** @description Whether the audience may watch a recording. Needs cloud recording (`auto_record_type` `cloud`). */
                        playback_for_audience: boolean;
                        /** @description Where the recording can be watched. */
                        playback_url?: string;
                        /** @description Whether the webinar is prepared behind the scenes before the audience is let in. */
                        preparation_mode: boolean;
                        /** @description Picture shown before the start: PNG or JPG, 1280×720 recommended, at most 5 MB. Only one of picture and video is used, the picture first. Shown to those who come within 15 minutes before the start, from client version 3.3.0 on. */
                        warm_up_picture?: string;
                        /** @description Video shown before the start: MP4, 1280×720 recommended, at most 1 GB. Only one of picture and video is used. Shown to those who come within 15 minutes before the start, from client version 3.3.0 on. */
                        warm_up_video?: string;
                        /** @description Whether attendees may invite others while they wait; they may unless it was switched off. */
                        allow_attendees_invite_others: boolean;
                    } | {
                        /** @description The number of the error. Decide on this alone. */
                        errcode: number;
                        /** @description A text for people, which may change: what went wrong, a hint for WeCom's support, the caller's address and a link. */
                        errmsg: string;
                    };
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
        /** @description Which webinar, and which part of its enrollments. */
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Meeting ID
                     * @description The ID that WeCom gave the meeting when it was created through the API.
                     */
                    meetingid: string;
                    /**
                     * Status
                     * @description Which enrollments to list; all of them by default.
                     * @default 0
                     * @enum {integer}
                     */
                    status?: 0 | 1 | 2 | 3;
                    /**
                     * Cursor
                     * @description The last page's `next_cursor`; left out for the first page.
                     */
                    cursor?: string;
                    /**
                     * Limit
                     * @description How many enrollments a page holds, 1 to 50; 50 by default. It must stay the same from page to page.
                     * @default 50
                     */
                    limit?: number;
                };
            };
        };
        responses: {
            /** @description One page of enrollments, or the reason why it was refused. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description 0, the call succeeded.
                         * @constant
                         */
                        errcode: 0;
                        /** @description `ok`. */
                        errmsg: string;
                        /** @description Whether further pages follow. */
                        has_more: boolean;
                        /** @description What the next request takes as its `cursor`. */
                        next_cursor?: string;
                        /** @description The enrollments of this page. */
                        enroll_list: {
                            /** @description The enrollment's ID. The table says string, the sample shows a number; both are accepted. */
                            enroll_id: string | number;
                            /** @description When they enrolled, in UTC+8, written `YYYY-MM-DD HH:mm:ss`. Not a timestamp. */
                            enroll_time: string;
                            /** @description How they were enrolled. */
                            enroll_source_type: number;
                            /** @description Their nickname. The phone number, where they were imported by phone number without a nickname. */
                            nick_name: string;
                            /** @description Whether the enrollment was approved. */
                            status: number;
                            /** @description Their user ID; given for members of the corp only. */
                            userid?: string;
                            /** @description Their temporary ID, valid in this webinar alone. */
                            tmp_openid: string;
                            /** @description The code with which they join by phone. */
                            enroll_code: string;
                            /** @description What they answered. */
                            answer_list: {
                                /** @description The answer; one entry for a single choice or a text, several for a multiple choice. */
                                answer_content: string[];
                                /** @description Whether the question must be answered. Mind that 1 means no. */
                                is_required: number;
                                /** @description The question's number, from 1 on. */
                                question_num: number;
                                /** @description The question. */
                                question_title: string;
                                /** @description What kind of question it is. */
                                question_type: number;
                                /** @description Whether the question asks for something that WeCom knows. Such questions are text questions so far. */
                                special_type: number;
                            }[];
                        }[];
                    } | {
                        /** @description The number of the error. Decide on this alone. */
                        errcode: number;
                        /** @description A text for people, which may change: what went wrong, a hint for WeCom's support, the caller's address and a link. */
                        errmsg: string;
                    };
                };
            };
        };
    };
}
