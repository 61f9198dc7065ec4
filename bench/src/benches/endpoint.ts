import { readFile } from 'node:fs/promises'
import { type Benchmark, bar } from '../Benchmark.ts'

const client = 'packages/client/src/resources/'
const mock = 'packages/mock-server/src/operations/'
const node = 'packages/n8n-node/nodes/WeComMeeting/operations/'

/** The files that are written by hand for each endpoint alone, outside of spec and tests. */
const FILES: Record<string, string[]> = {
  getMeeting: [`${client}meeting.ts`, `${mock}getMeeting.ts`, `${node}meetingGet.ts`],
  getWebinar: [`${client}webinar.ts`, `${mock}getWebinar.ts`, `${node}webinarGet.ts`],
  listWebinarEnrollments: [
    `${client}enrollmentPage.ts`,
    `${client}EnrollmentList.ts`,
    `${mock}listWebinarEnrollments.ts`,
    `${node}webinarEnrollmentGetAll.ts`,
  ],
}
const NEXT_IDEA =
  'what these three take is what their pages contradict and which of their fields are shown simplified; an endpoint without either takes less (see below). Next: mark the fields of the simplified output in the spec.'

/** How much somebody writes for an endpoint. */
export const endpoint: Benchmark = {
  name: 'endpoint',
  title: 'How much is written by hand for an endpoint?',
  method:
    'Lines of the files that each endpoint has for itself in the client, the mock server and the n8n node; blank lines, comments and imports do not count, nor do the spec, what is generated from it, and tests.',
  async run() {
    const rows = []
    for (const [operation, files] of Object.entries(FILES)) {
      const lines = { client: 0, 'mock server': 0, 'n8n node': 0 }
      for (const file of files) lines[packageOf(file)] += await codeLines(file)
      const all = Object.values(lines).reduce((sum, count) => sum + count, 0)
      rows.push({ endpoint: operation, ...lines, 'all lines': all })
    }
    const least = Math.min(...rows.map((row) => row['all lines']))
    return {
      rows,
      bars: [bar('lines by hand for the smallest endpoint', least, { atMost: 40 }, NEXT_IDEA)],
      notes: [
        'The client’s lines are types and functions that resolve what a page contradicts, the node’s mostly the fields of its simplified output; the methods with their doc comments and all that a request needs are made from the spec.',
        'An endpoint without contradictions and without simplified output, added as a trial with nothing but CONTRIBUTING.md to go by, took 25 lines, imports and documents counted: 4 in the client, none in the mock server, 21 in the node with its READMEs; a paged one took 102. For the plain one the mock server gives the spec’s example for every webinar; an answer of each webinar’s own takes 13 more. They took 76 and 112 before the methods were made from the spec.',
      ],
    }
  },
}

function packageOf(file: string): 'client' | 'mock server' | 'n8n node' {
  if (file.startsWith(client)) return 'client'
  return file.startsWith(mock) ? 'mock server' : 'n8n node'
}

async function codeLines(file: string): Promise<number> {
  const text = await readFile(new URL(`../../../${file}`, import.meta.url), 'utf8')
  return text
    .replaceAll(/\/\*\*?[\s\S]*?\*\//g, '')
    .replaceAll(/^import [\s\S]*?from '.*'$/gm, '')
    .split('\n')
    .filter((line) => line.trim() && !line.trim().startsWith('//')).length
}
