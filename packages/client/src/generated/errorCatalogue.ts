// Generated from spec/openapi.yaml by `pnpm generate`. Do not edit.

import type { CatalogueEntry } from '../errors/catalogueEntry.ts'

/**
 * What is known about each errcode.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90313
 */
export const errorCatalogue: ReadonlyMap<number, CatalogueEntry> = new Map<number, CatalogueEntry>([
  /** WeCom is busy. */
  [-1, { class: 'ServerBusyError', retry: 'backoff', fix: "Try again shortly, at most three times." }],
  /** The secret is wrong, belongs to another corp, or its app is disabled. */
  [40001, { class: 'AuthenticationError', retry: 'never', fix: "Copy the app's secret again from the admin console and check that it belongs to this corp ID; do not retry with the same secret." }],
  /** The corp ID does not exist. */
  [40013, { class: 'AuthenticationError', retry: 'never', fix: "Copy the corp ID again from the admin console, \"My Company\"." }],
  /** The token is invalid, was ended early, belongs to another app, or has expired. */
  [40014, { class: 'AuthenticationError', retry: 'with-a-new-token', fix: "Get a new token and send the call once more." }],
  /** A parameter is invalid: broken JSON, too long, too many, the wrong type, or GET where POST is needed. */
  [40058, { class: 'InvalidRequestError', retry: 'never', fix: "Correct the parameter that the message names." }],
  /** A required parameter is missing or empty. */
  [40063, { class: 'InvalidRequestError', retry: 'never', fix: "Fill in the parameter that the message names." }],
  /** The call carried no token. */
  [41001, { class: 'AuthenticationError', retry: 'never', fix: "Send the token as `access_token` in the query string." }],
  /** The call carried no corp ID. */
  [41002, { class: 'AuthenticationError', retry: 'never', fix: "Send the corp ID as `corpid` in the query string." }],
  /** The call carried no secret. */
  [41004, { class: 'AuthenticationError', retry: 'never', fix: "Send the app's secret as `corpsecret` in the query string." }],
  /** The token has expired. */
  [42001, { class: 'AuthenticationError', retry: 'with-a-new-token', fix: "Get a new token and send the call once more." }],
  /** Too many calls, or the address is blocked for an hour after several wrong secrets. */
  [45009, { class: 'RateLimitError', retry: 'after-a-minute', fix: "Wait for a minute, then call less often; after wrong secrets, wait for an hour." }],
  /** Too many calls at the same time to this endpoint. */
  [45033, { class: 'RateLimitError', retry: 'backoff', fix: "Send fewer calls at the same time." }],
  /** The app may not call this endpoint. */
  [48002, { class: 'PermissionError', retry: 'never', fix: "Add the app to the list of apps that may call the meeting API (\"可调用接口的应用\"): admin console, App Management, Meeting." }],
  /** WeCom has retired this endpoint. */
  [48005, { class: 'PermissionError', retry: 'never', fix: "Stop calling this endpoint, and look for its successor in the documentation." }],
  /** The app is disabled. */
  [50003, { class: 'PermissionError', retry: 'never', fix: "Enable the app in the admin console." }],
  /** A member, department or tag is outside the app's visible range. */
  [60011, { class: 'PermissionError', retry: 'never', fix: "Widen the app's visible range in the admin console." }],
  /** The caller's address is not among the app's trusted IPs. */
  [60020, { class: 'PermissionError', retry: 'never', fix: "Add {ip} to the app's trusted IPs: admin console, App Management, the app, \"企业可信IP\"; it takes about a minute to work." }],
  /** The meeting ID is invalid, or this app did not create the meeting. */
  [90602, { class: 'NotFoundError', retry: 'never', fix: "Check the meeting ID, and that the calling app created the meeting." }],
  /** The token belongs to another app. */
  [301002, { class: 'AuthenticationError', retry: 'never', fix: "Use the secret of the app that created the meeting." }],
  /** The corp's meeting app is switched off. */
  [400028, { class: 'PermissionError', retry: 'never', fix: "Switch the meeting app on in the admin console." }],
  /** The meeting was cancelled. */
  [400041, { class: 'NotFoundError', retry: 'never', fix: "Ask for another meeting; this one will not come back." }],
  /** The sub-meeting ID is invalid. */
  [730003, { class: 'NotFoundError', retry: 'never', fix: "Take a `sub_meetingid` from the meeting's `sub_meetings`." }],
  /** The meeting code is invalid. */
  [730004, { class: 'NotFoundError', retry: 'never', fix: "Check the meeting code: digits only, no spaces or dashes." }],
  /** The meeting belongs to another app. */
  [730005, { class: 'PermissionError', retry: 'never', fix: "Call with the secret of the app that created the meeting." }],
  /** The enrollment ID is invalid. */
  [730006, { class: 'NotFoundError', retry: 'never', fix: "Take an `enroll_id` from the webinar's enrollments." }],
  /** The corp has no professional edition of the meeting app. */
  [730007, { class: 'PermissionError', retry: 'never', fix: "Subscribe to the professional edition of the meeting app." }],
  /** The meeting was deleted. */
  [730008, { class: 'NotFoundError', retry: 'never', fix: "Ask for another meeting; this one will not come back." }],
  /** The meeting was not created through the API. */
  [730010, { class: 'PermissionError', retry: 'never', fix: "Create the meeting through the API; others cannot be read." }],
  /** The endpoint does not support this kind of meeting. */
  [730011, { class: 'InvalidRequestError', retry: 'never', fix: "Call the endpoint that fits: webinars have one of their own." }],
])
