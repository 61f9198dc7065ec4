// Generated from spec/openapi.yaml by `pnpm generate`. Do not edit.

/**
 * The operation of each path; the field that each of its responses has unless it has an errcode; and its effect, where
 * each time makes another one.
 */
export const operations: Readonly<
  Record<string, readonly [operationId: string, sign?: string, effect?: 'create']>
> = {
  '/cgi-bin/gettoken': ['getToken'],
  '/cgi-bin/meeting/get_info': ['getMeeting', 'errcode'],
  '/cgi-bin/meeting/get_user_meetingid': ['listMeetingIds', 'errcode'],
  '/cgi-bin/meeting/webinar/get': ['getWebinar', 'meetingid'],
  '/cgi-bin/meeting/webinar/enroll/list': ['listWebinarEnrollments', 'errcode'],
  '/cgi-bin/meeting/webinar/enroll/approve': ['reviewWebinarEnrollments', 'errcode'],
}
