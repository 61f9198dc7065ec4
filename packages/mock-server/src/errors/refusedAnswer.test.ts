import { expect, test } from 'vitest'
import { Refusal } from './Refusal.ts'
import { createRefusedAnswer } from './refusedAnswer.ts'

const refusedAnswer = createRefusedAnswer(new Map([[40058, 'invalid request parameter']]), 1)
const request = { address: '192.0.2.7', number: 3 }

test("writes WeCom's long form: text, hint, address, link", () => {
  expect(refusedAnswer(new Refusal(40058, 'limit must be <= 50'), request)).toEqual({
    errcode: 40058,
    errmsg: expect.stringMatching(
      /^invalid request parameter: limit must be <= 50, hint: \[\d{25}\], from ip: 192\.0\.2\.7, more info at https:\/\/open\.work\.weixin\.qq\.com\/devtool\/query\?e=40058$/,
    ),
  })
})

test('announces bad JSON in front', () => {
  const { errmsg } = refusedAnswer(new Refusal(40058, undefined, { wrongJson: true }), request)
  expect(errmsg).toMatch(/^Warning: wrong json format\. invalid request parameter, hint: /)
})

test('gives the same request the same hint, and another one another', () => {
  const [once, again, other] = [3, 3, 4].map((number) =>
    refusedAnswer(new Refusal(40058), { ...request, number }),
  )
  expect(again).toEqual(once)
  expect(other).not.toEqual(once)
})
