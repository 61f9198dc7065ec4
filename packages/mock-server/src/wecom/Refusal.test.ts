import { expect, test } from 'vitest'
import { Refusal } from './Refusal.ts'

const errorTexts = new Map([[40058, 'invalid request parameter']])
const context = { spec: { errorTexts }, settings: { seed: 1 } }
const request = { address: '192.0.2.7', number: 3 }

test("writes WeCom's long form: text, hint, address, link", () => {
  expect(new Refusal(40058, 'limit must be <= 50').toResponse(request, context)).toEqual({
    errcode: 40058,
    errmsg: expect.stringMatching(
      /^invalid request parameter: limit must be <= 50, hint: \[\d{25}\], from ip: 192\.0\.2\.7, more info at https:\/\/open\.work\.weixin\.qq\.com\/devtool\/query\?e=40058$/,
    ),
  })
})

test('announces bad JSON in front', () => {
  const { errmsg } = new Refusal(40058, undefined, true).toResponse(request, context)
  expect(errmsg).toMatch(/^Warning: wrong json format\. invalid request parameter, hint: /)
})

test('gives the same request the same hint, and another one another', () => {
  const [once, again, other] = [3, 3, 4].map((number) =>
    new Refusal(40058).toResponse({ ...request, number }, context),
  )
  expect(again).toEqual(once)
  expect(other).not.toEqual(once)
})
