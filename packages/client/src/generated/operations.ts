// Generated from spec/openapi.yaml by `pnpm generate`. Do not edit.

/** The `operationId` of each path. */
export const operationIds: Readonly<Record<string, string>> = {
  '/cgi-bin/gettoken': 'getToken',
  '/cgi-bin/meeting/get_info': 'getMeeting',
  '/cgi-bin/meeting/webinar/get': 'getWebinar',
  '/cgi-bin/meeting/webinar/enroll/list': 'listWebinarEnrollments',
}

/** A field that each answer of an operation has, unless it has an errcode. */
export const answerSigns: Readonly<Record<string, string>> = {
  getMeeting: 'errcode',
  getWebinar: 'meetingid',
  listWebinarEnrollments: 'errcode',
}
