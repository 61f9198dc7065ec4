// Generated from spec/openapi.yaml by `pnpm generate`. Do not edit.

/** The operation of each path, and the field that each of its responses has unless it has an errcode. */
export const operations: Readonly<
  Record<string, readonly [operationId: string, sign?: string]>
> = {
  '/cgi-bin/gettoken': ['getToken'],
  '/cgi-bin/meeting/get_info': ['getMeeting', 'errcode'],
  '/cgi-bin/meeting/webinar/get': ['getWebinar', 'meetingid'],
  '/cgi-bin/meeting/webinar/enroll/list': ['listWebinarEnrollments', 'errcode'],
}
