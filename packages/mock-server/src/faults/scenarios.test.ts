import { describe, expect, test } from 'vitest'
import { type MockServer, type ScenarioName, startMockServer } from '../index.ts'
import { loadSpec } from '../spec/loadSpec.ts'
import { validateResponse } from '../spec/validate.ts'
import { call, getToken } from '../testing/callMock.ts'

const { operations } = await loadSpec()

function start(scenario: ScenarioName, slept: number[] = []): Promise<MockServer> {
  const onMockFault = (message: string): never => {
    throw new Error(message)
  }
  const sleep = async (milliseconds: number): Promise<void> => {
    slept.push(milliseconds)
  }
  return startMockServer({ scenario, sleep, onMockFault, enrollmentOffErrcode: 400099 })
}

/** The errcodes of so many calls in a row, each with a token that is good before. */
async function errcodesOf(mock: MockServer, operation: 'getWebinar' | 'listWebinarEnrollments') {
  const token = String((await getToken(mock)).access_token)
  const errcodes: unknown[] = []
  for (let count = 0; count < 6; count += 1) {
    const response = await call(
      mock,
      operation,
      { meetingid: mock.webinars[1]?.meetingid },
      { token },
    )
    const described = operations.find(({ operationId }) => operationId === operation)
    if (described) expect(validateResponse(described, response)).toEqual([])
    errcodes.push(response.errcode ?? 0)
  }
  return errcodes
}

test.each<[ScenarioName, number[]]>([
  // gettoken was the first call.
  ['busy', [-1, 0, -1, 0, -1, 0]],
  ['token-dies', [0, 0, 42001, 42001, 42001, 42001]],
  ['rate-limited', Array(6).fill(45009)],
  ['untrusted-ip', Array(6).fill(60020)],
  ['not-permitted', Array(6).fill(48002)],
  ['enrollment-off', Array(6).fill(400099)],
])('%s returns %o', async (scenario, errcodes) => {
  await using mock = await start(scenario)
  expect(await errcodesOf(mock, 'listWebinarEnrollments')).toEqual(errcodes)
})

test('enrollment-off leaves the webinar itself alone', async () => {
  await using mock = await start('enrollment-off')
  expect(await errcodesOf(mock, 'getWebinar')).toEqual(Array(6).fill(0))
})

test('slow lets every response take one to three seconds', async () => {
  const slept: number[] = []
  await using mock = await start('slow', slept)
  await errcodesOf(mock, 'getWebinar')
  expect(slept).toHaveLength(7)
  expect(Math.min(...slept)).toBeGreaterThanOrEqual(1000)
  expect(Math.max(...slept)).toBeLessThanOrEqual(3000)
})

test('flaky-network breaks some calls in every way, and the same ones for the same seed', async () => {
  const outcomes = async (): Promise<string[]> => {
    await using mock = await start('flaky-network')
    const seen: string[] = []
    for (let count = 0; count < 120; count += 1) {
      seen.push(
        await getToken(mock).then(
          () => 'responded',
          (error: Error) => `${error.name}: ${error.message.slice(0, 20)}`,
        ),
      )
    }
    return [...seen, ...mock.requests().map(({ fault }) => Object.keys(fault ?? {})[0] ?? 'none')]
  }
  const first = await outcomes()
  expect(await outcomes()).toEqual(first)
  expect(new Set(first.slice(120))).toEqual(new Set(['none', 'drop', 'truncate', 'html']))
  expect(first.filter((seen) => seen === 'responded').length).toBeGreaterThan(60)
})

describe('scenario()', () => {
  test('takes the place of the one before, leaves own faults, and none ends it', async () => {
    await using mock = await start('busy')
    mock.fault({ operation: 'getToken', latency: 1 })
    mock.scenario('not-permitted')
    expect(mock.faults.map(({ scenario }) => scenario)).toEqual([undefined, 'not-permitted'])
    expect(mock.scenarios.filter(({ active }) => active)).toMatchObject([{ name: 'not-permitted' }])
    mock.scenario('none')
    expect(mock.faults).toHaveLength(1)
    mock.reset()
    expect(mock.scenarios.find(({ active }) => active)?.name).toBe('busy')
    expect(mock.faults).toHaveLength(1)
  })

  test('that does not exist is refused with those that do', async () => {
    await using mock = await start('busy')
    expect(() => mock.scenario('bussy' as 'busy')).toThrow(
      /^scenario is "bussy"; expected one of busy, token-dies, .*, none; did you mean busy\?$/,
    )
    expect(mock.scenarios.find(({ active }) => active)?.name).toBe('busy')
  })

  test('all are described in both languages', async () => {
    await using mock = await start('busy')
    expect(mock.scenarios).toHaveLength(8)
    for (const { description, descriptionZh } of mock.scenarios) {
      expect(description).toMatch(/^[A-Z].*\.$/)
      expect(descriptionZh).toMatch(/\p{Script=Han}.*。$/u)
    }
  })
})
