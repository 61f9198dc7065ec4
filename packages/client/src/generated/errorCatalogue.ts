// Generated from spec/openapi.yaml by `pnpm generate`. Do not edit.

import {
  ServerBusyError,
  AuthenticationError,
  InvalidRequestError,
  RateLimitError,
  PermissionError,
  NotFoundError,
  type WeComApiError,
} from '../errorClasses.ts'

/**
 * What is known about each errcode: the class of its error; what to do, where `{ip}` stands for the
 * address that the errmsg names; and, where the same call can succeed later with nothing corrected, when.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90313
 */
export const errorCatalogue: Readonly<
  Record<
    number,
    readonly [
      ErrorClass: typeof WeComApiError,
      fix: string,
      retry?: 'backoff' | 'with-a-new-token' | 'after-a-minute',
    ]
  >
> = {
  /** WeCom is busy. */
  [-1]: [ServerBusyError, "Try again shortly.", 'backoff'],
  /** The secret is wrong, belongs to another corp, or its app is disabled. */
  [40001]: [AuthenticationError, "Copy the app's secret again from the admin console."],
  /** The corp ID does not exist. */
  [40013]: [AuthenticationError, "Copy the corp ID again from the admin console."],
  /** The token is invalid, was ended early, belongs to another app, or has expired. */
  [40014]: [AuthenticationError, "Get a new token and send the call once more.", 'with-a-new-token'],
  /** A parameter is invalid: broken JSON, too long, too many, the wrong type, or GET where POST is needed. */
  [40058]: [InvalidRequestError, "Correct the parameter that the message names."],
  /** A required parameter is missing or empty. */
  [40063]: [InvalidRequestError, "Fill in the parameter that the message names."],
  /** The call carried no token. */
  [41001]: [AuthenticationError, "Send the token as `access_token` in the query string."],
  /** The call carried no corp ID. */
  [41002]: [AuthenticationError, "Send the corp ID as `corpid` in the query string."],
  /** The call carried no secret. */
  [41004]: [AuthenticationError, "Send the app's secret as `corpsecret` in the query string."],
  /** The token has expired. */
  [42001]: [AuthenticationError, "Get a new token and send the call once more.", 'with-a-new-token'],
  /** Too many calls, or the address is blocked for an hour after several wrong secrets. */
  [45009]: [RateLimitError, "Wait for a minute; after wrong secrets, for an hour.", 'after-a-minute'],
  /** Too many calls at the same time to this endpoint. */
  [45033]: [RateLimitError, "Send fewer calls at the same time.", 'backoff'],
  /** The app may not call this endpoint. */
  [48002]: [PermissionError, "Add the app to the meeting app's list \"可调用接口的应用\" in the admin console."],
  /** WeCom has retired this endpoint. */
  [48005]: [PermissionError, "Stop calling this endpoint."],
  /** The app is disabled. */
  [50003]: [PermissionError, "Enable the app in the admin console."],
  /** A member, department or tag is outside the app's visible range. */
  [60011]: [PermissionError, "Widen the app's visible range in the admin console."],
  /** The caller's address is not among the app's trusted IPs. */
  [60020]: [PermissionError, "Add {ip} to the app's trusted IPs (\"企业可信IP\") in the admin console, and wait a minute."],
  /** The meeting ID is invalid, or this app did not create the meeting. */
  [90602]: [NotFoundError, "Check the meeting ID, and that this app created the meeting."],
  /** The token belongs to another app. */
  [301002]: [AuthenticationError, "Call with the secret of the app that created the meeting."],
  /** The corp's meeting app is switched off. */
  [400028]: [PermissionError, "Enable the meeting app in the admin console."],
  /** The meeting was cancelled. */
  [400041]: [NotFoundError, "Ask for another meeting."],
  /** The sub-meeting ID is invalid. */
  [730003]: [NotFoundError, "Take a `sub_meetingid` from the meeting's `sub_meetings`."],
  /** The meeting code is invalid. */
  [730004]: [NotFoundError, "Check the meeting code."],
  /** The meeting belongs to another app. */
  [730005]: [PermissionError, "Call with the secret of the app that created the meeting."],
  /** The enrollment ID is invalid. */
  [730006]: [NotFoundError, "Take an `enroll_id` from the webinar's enrollments."],
  /** The corp has no professional edition of the meeting app. */
  [730007]: [PermissionError, "Subscribe to the professional edition."],
  /** The meeting was deleted. */
  [730008]: [NotFoundError, "Ask for another meeting."],
  /** The meeting was not created through the API. */
  [730010]: [PermissionError, "Create the meeting through the API."],
  /** The endpoint does not support this kind of meeting. */
  [730011]: [InvalidRequestError, "Call the endpoint for this kind of meeting."],
}
