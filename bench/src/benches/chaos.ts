import { type Fault, type MockServer, startMockServer } from '@wecom-meeting/mock-server'
import { type Benchmark, bar, type RunOptions, scaled } from '../Benchmark.ts'
import {
  type EnrollmentConsumer,
  enrollmentConsumers,
  type Reading,
} from '../clients/enrollmentConsumers.ts'
import { spreadOf } from '../measure.ts'

const ENROLLMENTS = 1000
const PROBABILITIES = [0.01, 0.05, 0.2]
const faults: readonly { name: string; fault: Fault }[] = [
  { name: 'busy (-1)', fault: { errcode: -1 } },
  { name: 'token dies', fault: { expireTokens: true } },
  { name: 'dropped before the answer', fault: { drop: 'before' } },
  { name: 'dropped in the answer', fault: { drop: 'middle' } },
  { name: 'truncated JSON', fault: { truncate: true } },
  { name: 'HTML 502', fault: { html: 502 } },
]

interface Tally {
  runs: number
  complete: number
  lost: number
  twice: number
  waits: number[]
}

/** How reading holds up when things go wrong. */
export const chaos: Benchmark = {
  name: 'chaos',
  title: 'Who gets all enrollments when things go wrong?',
  method: `${ENROLLMENTS} enrollments, 20 pages, are read from the mock server while one fault strikes each request, gettoken's too, with a probability of 1, 5 or 20 %, decided by a seed. Waits between attempts are counted, not waited for. Lost and twice are counted over the runs that completed.`,
  async run(options) {
    const rows = []
    const own: Tally[] = []
    for (const { name, fault } of faults) {
      for (const probability of PROBABILITIES) {
        options.progress(`${name} at ${probability * 100} %`)
        const tallies = await tallyAll({ ...fault, probability }, options)
        own.push(tallies[0] as Tally)
        rows.push(row(name, probability, tallies))
      }
    }
    return {
      rows,
      bars: [
        bar('enrollments lost by the client', total(own, 'lost'), { atMost: 0 }),
        bar('enrollments given twice by the client', total(own, 'twice'), { atMost: 0 }),
      ],
      notes: [
        'The client retries a request three times; at 20 % a page fails four times in a row once in 625, so one run in thirty or so ends with an error that carries the cursor to go on from.',
        'After a refused token the client sends once more with a new one, and no further: at 20 % that one is refused as well in every 25th call, which ends more than half of the runs.',
        'ky and a plain loop take a refusal for an answer without enrollments and end there with an error; neither knows that a token can be renewed.',
      ],
    }
  },
}

async function tallyAll(fault: Fault, options: RunOptions): Promise<Tally[]> {
  const tallies = enrollmentConsumers.map(() => ({
    runs: 0,
    complete: 0,
    lost: 0,
    twice: 0,
    waits: [],
  }))
  for (let seed = 1; seed <= scaled(10, options); seed++) {
    for (const [index, consumer] of enrollmentConsumers.entries()) {
      await using mock = await startMockServer({ seed, enrollments: 0 })
      tally(tallies[index] as Tally, await readOnce(mock, fault, consumer))
    }
  }
  return tallies
}

async function readOnce(
  mock: MockServer,
  fault: Fault,
  consumer: EnrollmentConsumer,
): Promise<{ reading: Reading; expected: string[] }> {
  const { meetingid } = mock.addWebinar()
  const expected = mock
    .addEnrollments(meetingid, ENROLLMENTS)
    .map(({ enroll_id }) => String(enroll_id))
  mock.fault(fault)
  return { reading: await consumer.read(mock, meetingid), expected }
}

function tally(to: Tally, { reading, expected }: { reading: Reading; expected: string[] }): void {
  to.runs += 1
  if (!reading.complete) return
  const distinct = new Set(reading.ids)
  to.complete += 1
  to.lost += expected.filter((id) => !distinct.has(id)).length
  to.twice += reading.ids.length - distinct.size
  to.waits.push(reading.waitedMs)
}

function row(fault: string, probability: number, tallies: Tally[]) {
  const [own] = tallies
  const waits = own?.waits.length ? spreadOf(own.waits) : undefined
  return {
    fault,
    '%': probability * 100,
    ...Object.fromEntries(
      enrollmentConsumers.map(({ name }, index) => [
        `${name}: complete`,
        `${tallies[index]?.complete} of ${tallies[index]?.runs}`,
      ]),
    ),
    lost: tallies[0]?.lost ?? 0,
    twice: tallies[0]?.twice ?? 0,
    'waited s': waits
      ? `${(waits.median / 1000).toFixed(1)} (up to ${(waits.most / 1000).toFixed(1)})`
      : '–',
  }
}

function total(tallies: Tally[], what: 'lost' | 'twice'): number {
  return tallies.reduce((sum, one) => sum + one[what], 0)
}
