// Generated from spec/openapi.yaml by `pnpm generate`. Do not edit.

/**
 * What is known about each errcode: the class of its error; whether the same call can succeed later with
 * nothing corrected, and when; and what to do, where `{ip}` stands for the address that the errmsg names.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90313
 */
export const errorCatalogue: Readonly<
  Record<
    number,
    readonly [
      errorClass: 'ServerBusyError' | 'AuthenticationError' | 'InvalidRequestError' | 'RateLimitError' | 'PermissionError' | 'NotFoundError',
      retry: 'backoff' | 'never' | 'with-a-new-token' | 'after-a-minute',
      fix: string,
    ]
  >
> = {
  /** WeCom is busy. */
  [-1]: ['ServerBusyError', 'backoff', "Try again shortly."],
  /** The secret is wrong, belongs to another corp, or its app is disabled. */
  [40001]: ['AuthenticationError', 'never', "Copy the app's secret again from the admin console."],
  /** The corp ID does not exist. */
  [40013]: ['AuthenticationError', 'never', "Copy the corp ID again from the admin console."],
  /** The token is invalid, was ended early, belongs to another app, or has expired. */
  [40014]: ['AuthenticationError', 'with-a-new-token', "Get a new token and send the call once more."],
  /** A parameter is invalid: broken JSON, too long, too many, the wrong type, or GET where POST is needed. */
  [40058]: ['InvalidRequestError', 'never', "Correct the parameter that the message names."],
  /** A required parameter is missing or empty. */
  [40063]: ['InvalidRequestError', 'never', "Fill in the parameter that the message names."],
  /** The call carried no token. */
  [41001]: ['AuthenticationError', 'never', "Send the token as `access_token` in the query string."],
  /** The call carried no corp ID. */
  [41002]: ['AuthenticationError', 'never', "Send the corp ID as `corpid` in the query string."],
  /** The call carried no secret. */
  [41004]: ['AuthenticationError', 'never', "Send the app's secret as `corpsecret` in the query string."],
  /** The token has expired. */
  [42001]: ['AuthenticationError', 'with-a-new-token', "Get a new token and send the call once more."],
  /** Too many calls, or the address is blocked for an hour after several wrong secrets. */
  [45009]: ['RateLimitError', 'after-a-minute', "Wait for a minute; after wrong secrets, for an hour."],
  /** Too many calls at the same time to this endpoint. */
  [45033]: ['RateLimitError', 'backoff', "Send fewer calls at the same time."],
  /** The app may not call this endpoint. */
  [48002]: ['PermissionError', 'never', "Add the app to the meeting app's list \"可调用接口的应用\" in the admin console."],
  /** WeCom has retired this endpoint. */
  [48005]: ['PermissionError', 'never', "Stop calling this endpoint."],
  /** The app is disabled. */
  [50003]: ['PermissionError', 'never', "Enable the app in the admin console."],
  /** A member, department or tag is outside the app's visible range. */
  [60011]: ['PermissionError', 'never', "Widen the app's visible range in the admin console."],
  /** The caller's address is not among the app's trusted IPs. */
  [60020]: ['PermissionError', 'never', "Add {ip} to the app's trusted IPs (\"企业可信IP\") in the admin console, and wait a minute."],
  /** The meeting ID is invalid, or this app did not create the meeting. */
  [90602]: ['NotFoundError', 'never', "Check the meeting ID, and that this app created the meeting."],
  /** The token belongs to another app. */
  [301002]: ['AuthenticationError', 'never', "Call with the secret of the app that created the meeting."],
  /** The corp's meeting app is switched off. */
  [400028]: ['PermissionError', 'never', "Enable the meeting app in the admin console."],
  /** The meeting was cancelled. */
  [400041]: ['NotFoundError', 'never', "Ask for another meeting."],
  /** The sub-meeting ID is invalid. */
  [730003]: ['NotFoundError', 'never', "Take a `sub_meetingid` from the meeting's `sub_meetings`."],
  /** The meeting code is invalid. */
  [730004]: ['NotFoundError', 'never', "Check the meeting code."],
  /** The meeting belongs to another app. */
  [730005]: ['PermissionError', 'never', "Call with the secret of the app that created the meeting."],
  /** The enrollment ID is invalid. */
  [730006]: ['NotFoundError', 'never', "Take an `enroll_id` from the webinar's enrollments."],
  /** The corp has no professional edition of the meeting app. */
  [730007]: ['PermissionError', 'never', "Subscribe to the professional edition."],
  /** The meeting was deleted. */
  [730008]: ['NotFoundError', 'never', "Ask for another meeting."],
  /** The meeting was not created through the API. */
  [730010]: ['PermissionError', 'never', "Create the meeting through the API."],
  /** The endpoint does not support this kind of meeting. */
  [730011]: ['InvalidRequestError', 'never', "Call the endpoint for this kind of meeting."],
}
