import { createWeComClient } from '@wecom-meeting/client'
import type { MockServer } from '@wecom-meeting/mock-server'
import ky from 'ky'

const PATH = '/cgi-bin/meeting/webinar/enroll/list'

/** What came of reading a webinar's enrollments once. */
export interface Reading {
  /** The IDs that were read, in order. */
  ids: string[]
  /** Whether the reader got to the end. */
  complete: boolean
  /** How long it waited between attempts, in milliseconds; the waits themselves are skipped. */
  waitedMs: number
}

/** A way to read all enrollments of a webinar. */
export interface EnrollmentConsumer {
  name: string
  setUp: string
  read(mock: MockServer, meetingid: string): Promise<Reading>
}

interface Page {
  errcode: number
  has_more: boolean
  next_cursor: string
  enroll_list: { enroll_id: string | number }[]
}

/** Who can read enrollments page by page at all. */
export const enrollmentConsumers: readonly EnrollmentConsumer[] = [
  {
    name: '@wecom-meeting/client',
    setUp: 'as it comes',
    async read({ url: baseUrl, corpId, corpSecret }, meetingid) {
      const reading: Reading = { ids: [], complete: false, waitedMs: 0 }
      const sleep = async (ms: number) => {
        reading.waitedMs += ms
      }
      const wecom = createWeComClient({ baseUrl, corpId, corpSecret, sleep })
      try {
        for await (const { enroll_id } of wecom.webinars.enrollments.list({ meetingid })) {
          reading.ids.push(enroll_id)
        }
        reading.complete = true
      } catch {
        // Counted as a run that did not complete.
      }
      return reading
    },
  },
  byHand('ky', 'retries switched on for POST; knows no errcode', (url, body, waited) =>
    ky
      .post(url, {
        json: body,
        retry: {
          limit: 3,
          methods: ['post', 'get'],
          delay: (attempt) => {
            waited(1000 * 2 ** (attempt - 1))
            return 0
          },
        },
      })
      .json<Page>(),
  ),
  byHand('plain fetch', 'a loop over pages, no retry', async (url, body) => {
    const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) })
    return (await response.json()) as Page
  }),
]

function byHand(
  name: string,
  setUp: string,
  post: (url: string, body: object, waited: (ms: number) => void) => Promise<Page>,
): EnrollmentConsumer {
  return {
    name,
    setUp,
    async read(mock, meetingid) {
      const reading: Reading = { ids: [], complete: false, waitedMs: 0 }
      const waited = (ms: number) => {
        reading.waitedMs += ms
      }
      try {
        const token = await tokenOf(mock)
        let cursor: string | undefined
        do {
          const body = { meetingid, cursor }
          const page = await post(`${mock.url}${PATH}?access_token=${token}`, body, waited)
          for (const { enroll_id } of page.enroll_list) reading.ids.push(String(enroll_id))
          cursor = page.has_more ? page.next_cursor : undefined
        } while (cursor)
        reading.complete = true
      } catch {
        // Counted as a run that did not complete.
      }
      return reading
    },
  }
}

async function tokenOf({ url, corpId, corpSecret }: MockServer): Promise<string> {
  const query = new URLSearchParams({ corpid: corpId, corpsecret: corpSecret })
  const response = await fetch(`${url}/cgi-bin/gettoken?${query}`)
  return ((await response.json()) as { access_token: string }).access_token
}
