import { describe, expect, test } from 'vitest'
import { Secrets } from './Secrets.ts'

function knowing(fields: unknown): Secrets {
  const secrets = new Secrets()
  secrets.learn(fields)
  return secrets
}

test('masks what was seen as a token or a secret, wherever it stands', () => {
  const secrets = knowing({ access_token: 'TOKEN/1', corpid: 'CORPID' })
  secrets.learn({ corpsecret: ['SECRET1', 'SECRET2'], 'Set-Cookie': 'session-1' })
  secrets.learn('text')
  const text = 'TOKEN/1 TOKEN%2F1 TOKEN%2f1 CORPID xSECRET1x SECRET2 session-1'
  expect(secrets.mask(text)).toBe('*** *** *** CORPID x***x *** ***')
})

test('masks those under names that a client spells its own way', () => {
  const secrets = knowing({ accessToken: 'TOKEN/1', 'corp_secret[]': ['SECRET1'] })
  expect(secrets.mask('TOKEN/1 SECRET1')).toBe('*** ***')
})

test.each([
  ["it's!(all)*", ['it%27s%21%28all%29%2a', "it's!(all)*"]],
  ['a b+c/d', ['a+b%2Bc%2Fd', 'a%20b%2Bc%2Fd', 'a%20b+c/d', 'a%20b%2bc%2fd']],
  ['"quoted"', ['\\"quoted\\"', '%22quoted%22']],
  ['lone\ud800surrogate', ['lone\ud800surrogate']],
])('masks %j in every form that an address or JSON gives it', (secret, forms) => {
  const secrets = knowing({ token: secret })
  for (const form of forms) expect(secrets.mask(`<${form}>`)).toBe('<***>')
})

test('masks the longer of two that begin alike, and a short one where it stands alone', () => {
  const secrets = knowing({ token: ['secret', 'secret-and-more', 'abc'] })
  expect(secrets.mask('secret-and-more secret abcdef')).toBe('*** *** abcdef')
  expect(secrets.show('name', ['abc', 'abcdef'])).toBe('["***","abcdef"]')
})

test('shows a value without what is under a telling name, cut in depth and length', () => {
  const secrets = knowing({ token: 'known-token' })
  const value = { host_key: '1', room: { password: 2, id: 3 }, 'known-token': 'a known-token' }
  expect(secrets.show('', value)).toBe(
    '{"host_key":"***","room":{"password":"***","id":3},"***":"***"}',
  )
  expect(secrets.show('settings.password', 5)).toBe('"***"')
  expect(secrets.show('', [[[[[[1]]]]]])).toBe('[[[[["…"]]]]]')
  expect(secrets.show('', 'x'.repeat(1000))).toMatch(/^"x{499}… \(1002 characters\)$/)
  expect(secrets.show('', undefined)).toBe('')
})

test('learns from 500,000 levels and knows 20,000 secrets', () => {
  const deep = JSON.parse(
    `${'[{"a":'.repeat(500_000)}{"token":"deep-token"}${'}]'.repeat(500_000)}`,
  )
  const secrets = knowing(deep)
  secrets.learn({ token: Array.from({ length: 20_000 }, (_, index) => `token-${index}`) })
  expect(secrets.mask('deep-token, token-0, token-19999')).toBe('***, ***, ***')
})

describe('learns from what is not a field of its own', () => {
  test.each<[string, unknown]>([
    ['a bearer', { authorization: 'Bearer the-token-1' }],
    ['a cookie', { cookie: 'a=b; session=the-token-1; c=d' }],
    ['a cookie that is set', { 'set-cookie': ['session=the-token-1; Path=/'] }],
    ['a list in a list', { tokens: [[['the-token-1']]] }],
    ['an object', { secrets: { corp: 'the-token-1' } }],
    ['broken JSON', '{"access_token" : "the-token-1",'],
    ['a form', 'corpid=c&corpsecret=the-token-1&x=y'],
    ['an encoded form', 'corpsecret=the%2Dtoken%2D1'],
    ['JSON in a text', { data: '{"suite_ticket":"the-token-1"}' }],
    ['JSON in JSON in a text', { data: JSON.stringify('{"token":"the-token-1"}') }],
    ['a query in a parameter', { a: '1?access_token=the-token-1' }],
    ['an address', { location: 'https://example.com/?access_token=the-token-1#x' }],
    ['XML', '<xml><SuiteTicket>the-token-1</SuiteTicket></xml>'],
    ["a third-party app's code", { permanent_code: 'the-token-1' }],
  ])('%s', (_name, fields) => {
    expect(knowing(fields).mask('<the-token-1>')).toBe('<***>')
  })

  test('a number', () => {
    expect(knowing({ token: 1234567890123 }).show('echo', [1234567890123])).toBe('["***"]')
    expect(knowing({ token: 8 }).show('status', 8)).toBe('8')
  })
})

test('shows no control character, and nothing for what is not there', () => {
  const secrets = new Secrets()
  expect(secrets.show('', '\u001b[31m \u009b31m \u007f')).toBe('"\\u001b[31m \\u009b31m \\u007f"')
  expect(secrets.show('query.access_token', undefined)).toBe('')
})

test('reads long texts, and masks with many secrets, in time that grows with the size only', () => {
  const secrets = new Secrets()
  for (const part of ['token', 'token"', 'token= ', 'token\\', 'cookie=;']) {
    secrets.learn({ text: part.repeat(400_000), cookie: part.repeat(400_000) })
  }
  secrets.learn({ token: Array.from({ length: 20_000 }, (_, index) => `${index}-is-a-token`) })
  const text = 'response enroll_list[].status: expected one of 1, 2, 3; got 7-is-a-token'
  const started = performance.now()
  for (let index = 0; index < 20_000; index += 1) secrets.mask(text)
  // A search for each secret takes minutes.
  expect(performance.now() - started).toBeLessThan(20_000)
})
