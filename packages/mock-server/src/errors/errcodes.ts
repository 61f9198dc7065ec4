/** The errcodes that the mock itself decides on; their texts come from the spec's `x-errcodes`. */
export const errcodes = {
  systemBusy: -1,
  invalidCredential: 40001,
  invalidCorpid: 40013,
  invalidAccessToken: 40014,
  invalidParameter: 40058,
  accessTokenMissing: 41001,
  corpidMissing: 41002,
  corpsecretMissing: 41004,
  accessTokenExpired: 42001,
  tooManyCalls: 45009,
  tooManyConcurrentCalls: 45033,
  notPermitted: 48002,
  untrustedIp: 60020,
  invalidMeetingid: 90602,
  invalidSubMeetingid: 730003,
  invalidMeetingCode: 730004,
} as const
