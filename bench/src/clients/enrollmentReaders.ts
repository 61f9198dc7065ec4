import { createWeComClient, type EnrollmentList } from '@wecom-meeting/client'

const PATH = '/cgi-bin/meeting/webinar/enroll/list'
const meetingid = 'MEETINGID1'

interface Page {
  has_more: boolean
  next_cursor: string
  enroll_list: object[]
}

/** The client's list of the enrollments of the one webinar that the server knows. */
export function ownList(baseUrl: string): () => EnrollmentList {
  const wecom = createWeComClient({ accessToken: 'token', baseUrl })
  return () => wecom.webinars.enrollments.list({ meetingid })
}

/** What somebody writes who needs all pages and has only fetch. */
export async function* handWrittenLoop(baseUrl: string): AsyncGenerator<object[]> {
  let cursor: string | undefined
  do {
    const response = await fetch(`${baseUrl}${PATH}?access_token=token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ meetingid, cursor }),
    })
    const page = (await response.json()) as Page
    yield page.enroll_list
    cursor = page.has_more ? page.next_cursor : undefined
  } while (cursor)
}

/** Reads to the end, resting after each, and says how many enrollments there were. */
export async function count(source: AsyncIterable<object | object[]>, restMs = 0): Promise<number> {
  let found = 0
  for await (const one of source) {
    found += Array.isArray(one) ? one.length : 1
    if (restMs > 0) await new Promise((resolve) => setTimeout(resolve, restMs))
  }
  return found
}

/** The same for pages. */
export async function countPages(pages: AsyncIterable<Page>, restMs = 0): Promise<number> {
  async function* lists() {
    for await (const { enroll_list } of pages) yield enroll_list
  }
  return await count(lists(), restMs)
}
