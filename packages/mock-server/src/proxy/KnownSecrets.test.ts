import { expect, test } from 'vitest'
import { KnownSecrets } from './KnownSecrets.ts'

test('masks what was seen as a token or a secret, wherever it stands', () => {
  const secrets = new KnownSecrets()
  secrets.learn({ access_token: 'TOKEN/1', corpid: 'CORPID' })
  secrets.learn({ corpsecret: ['SECRET1', 'SECRET2'] })
  secrets.learn('text')
  const text = 'TOKEN/1 TOKEN%2F1 CORPID xSECRET1x SECRET2'
  expect(secrets.masked(text)).toBe('*** *** CORPID x***x ***')
})

test('masks those under names that a client spells its own way, and in a path', () => {
  const secrets = new KnownSecrets()
  secrets.learn({ accessToken: 'TOKEN/1', 'corp_secret[]': ['SECRET1'] })
  expect(
    secrets.masked('TOKEN/1 SECRET1 GET /a&access_token=other;x answer access_token: text'),
  ).toBe('*** *** GET /a&access_token=***;x answer access_token: text')
})
