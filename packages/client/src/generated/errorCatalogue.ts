// Generated from spec/openapi.yaml by `pnpm generate`. Do not edit.

/**
 * What is known about each errcode: a digit for the class, a letter for the retry, and what to do.
 * src/errors/catalogueEntry.ts reads it.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90313
 */
export const errorCatalogue: Readonly<Record<number, string>> = {
  /** WeCom is busy. ServerBusyError, retry: backoff. */
  [-1]: "5bTry again shortly.",
  /** The secret is wrong, belongs to another corp, or its app is disabled. AuthenticationError, retry: never. */
  [40001]: "0nCopy the app's secret again from the admin console.",
  /** The corp ID does not exist. AuthenticationError, retry: never. */
  [40013]: "0nCopy the corp ID again from the admin console.",
  /** The token is invalid, was ended early, belongs to another app, or has expired. AuthenticationError, retry: with-a-new-token. */
  [40014]: "0tGet a new token and send the call once more.",
  /** A parameter is invalid: broken JSON, too long, too many, the wrong type, or GET where POST is needed. InvalidRequestError, retry: never. */
  [40058]: "1nCorrect the parameter that the message names.",
  /** A required parameter is missing or empty. InvalidRequestError, retry: never. */
  [40063]: "1nFill in the parameter that the message names.",
  /** The call carried no token. AuthenticationError, retry: never. */
  [41001]: "0nSend the token as `access_token` in the query string.",
  /** The call carried no corp ID. AuthenticationError, retry: never. */
  [41002]: "0nSend the corp ID as `corpid` in the query string.",
  /** The call carried no secret. AuthenticationError, retry: never. */
  [41004]: "0nSend the app's secret as `corpsecret` in the query string.",
  /** The token has expired. AuthenticationError, retry: with-a-new-token. */
  [42001]: "0tGet a new token and send the call once more.",
  /** Too many calls, or the address is blocked for an hour after several wrong secrets. RateLimitError, retry: after-a-minute. */
  [45009]: "4mWait for a minute; after wrong secrets, for an hour.",
  /** Too many calls at the same time to this endpoint. RateLimitError, retry: backoff. */
  [45033]: "4bSend fewer calls at the same time.",
  /** The app may not call this endpoint. PermissionError, retry: never. */
  [48002]: "3nAdd the app to the meeting app's list \"可调用接口的应用\" in the admin console.",
  /** WeCom has retired this endpoint. PermissionError, retry: never. */
  [48005]: "3nStop calling this endpoint.",
  /** The app is disabled. PermissionError, retry: never. */
  [50003]: "3nEnable the app in the admin console.",
  /** A member, department or tag is outside the app's visible range. PermissionError, retry: never. */
  [60011]: "3nWiden the app's visible range in the admin console.",
  /** The caller's address is not among the app's trusted IPs. PermissionError, retry: never. */
  [60020]: "3nAdd {ip} to the app's trusted IPs (\"企业可信IP\") in the admin console, and wait a minute.",
  /** The meeting ID is invalid, or this app did not create the meeting. NotFoundError, retry: never. */
  [90602]: "2nCheck the meeting ID, and that this app created the meeting.",
  /** The token belongs to another app. AuthenticationError, retry: never. */
  [301002]: "0nCall with the secret of the app that created the meeting.",
  /** The corp's meeting app is switched off. PermissionError, retry: never. */
  [400028]: "3nEnable the meeting app in the admin console.",
  /** The meeting was cancelled. NotFoundError, retry: never. */
  [400041]: "2nAsk for another meeting.",
  /** The sub-meeting ID is invalid. NotFoundError, retry: never. */
  [730003]: "2nTake a `sub_meetingid` from the meeting's `sub_meetings`.",
  /** The meeting code is invalid. NotFoundError, retry: never. */
  [730004]: "2nCheck the meeting code.",
  /** The meeting belongs to another app. PermissionError, retry: never. */
  [730005]: "3nCall with the secret of the app that created the meeting.",
  /** The enrollment ID is invalid. NotFoundError, retry: never. */
  [730006]: "2nTake an `enroll_id` from the webinar's enrollments.",
  /** The corp has no professional edition of the meeting app. PermissionError, retry: never. */
  [730007]: "3nSubscribe to the professional edition.",
  /** The meeting was deleted. NotFoundError, retry: never. */
  [730008]: "2nAsk for another meeting.",
  /** The meeting was not created through the API. PermissionError, retry: never. */
  [730010]: "3nCreate the meeting through the API.",
  /** The endpoint does not support this kind of meeting. InvalidRequestError, retry: never. */
  [730011]: "1nCall the endpoint for this kind of meeting.",
}
