import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createWeComClient, type WeComClient, WeComError } from '@wecom-meeting/client'
import { type Fault, startMockServer } from '@wecom-meeting/mock-server'
import { describe, expect, test } from 'vitest'

const ENROLLMENTS = 1000
const faults: Record<string, Fault> = {
  'busy (-1)': { errcode: -1 },
  'the token expires': { expireTokens: true },
  'dropped before the response': { drop: 'before' },
  'dropped in the response': { drop: 'middle' },
  'truncated JSON': { truncate: true },
  'HTML 502': { html: 502 },
}

describe.each(Object.entries(faults))('%s', (_, fault) => {
  test.each([
    [0.1, 1],
    [0.2, 2],
    [0.4, 3],
  ])(
    'with a probability of %d (seed %i) costs no enrollment, and repeats none',
    async (probability, seed) => {
      await using mock = await startMockServer({ seed, enrollments: 0 })
      const { url: baseUrl, corpId, corpSecret } = mock
      const { meetingid } = mock.addWebinar()
      const enrolled = mock
        .addEnrollments(meetingid, ENROLLMENTS)
        .map(({ enroll_id }) => String(enroll_id))
      mock.fault({ ...fault, probability })

      const sleep = async () => {}
      const wecom = createWeComClient({ baseUrl, corpId, corpSecret, sleep })
      const { ids, errors } = await readAll(wecom, meetingid)

      expect(mock.requests().filter((request) => request.fault).length).toBeGreaterThan(0)
      expect(ids).toEqual(enrolled)
      // Three retries are enough for all but one page in 10,000; for a token there is only one.
      if (probability === 0.1 && !fault.expireTokens) expect(errors).toBe(0)
    },
  )
})

/** Reads all enrollments; after an error it goes on from the error's cursor, as the README says. */
async function readAll(
  wecom: WeComClient,
  meetingid: string,
): Promise<{ ids: string[]; errors: number }> {
  const ids: string[] = []
  for (let errors = 0, cursor = ''; ; errors++) {
    try {
      for await (const { enroll_id } of wecom.webinars.enrollments.list({ meetingid, cursor })) {
        ids.push(enroll_id)
      }
      return { ids, errors }
    } catch (error) {
      if (!(error instanceof WeComError) || error.cursor === undefined || errors > 100) throw error
      cursor = error.cursor
    }
  }
}

test('50 calls that back off end with their signal, and leave no timer of a minute behind', async () => {
  const program = fileURLToPath(new URL('support/abortedCalls.ts', import.meta.url))
  // A timer that is left would keep the process alive until it fires.
  const run = promisify(execFile)(process.execPath, [program], { timeout: 20_000 })
  expect((await run).stdout).toBe('50 aborted\n')
}, 30_000)
