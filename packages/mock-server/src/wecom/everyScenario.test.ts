import { expect, test } from 'vitest'
import { scenarioNames } from '../faults/scenarios.ts'
import { type JournalEntry, type MockServer, startMockServer } from '../index.ts'
import { loadSpec } from '../spec/loadSpec.ts'
import { validateResponse } from '../spec/validate.ts'
import { call, getToken } from '../testing/callMock.ts'

const { operations } = await loadSpec()

/** Asks for all there is in the store, by every way; what a fault breaks is passed over. */
async function askForEverything(mock: MockServer): Promise<void> {
  const ask = (...request: Parameters<typeof call>): Promise<unknown> =>
    call(...request).catch(() => undefined)
  const token = String((await getToken(mock).catch(() => ({ access_token: '' }))).access_token)
  for (const { meetingid, meeting_code } of mock.meetings) {
    await ask(mock, 'getMeeting', { meetingid }, { token })
    await ask(mock, 'getMeeting', { meeting_code }, { token })
  }
  for (const { meetingid, meeting_code } of mock.webinars) {
    await ask(mock, 'getWebinar', { meetingid }, { token })
    await ask(mock, 'getWebinar', { meeting_code }, { token })
    for (const status of [0, 1, 2, 3]) {
      await ask(mock, 'listWebinarEnrollments', { meetingid, status, limit: 7 }, { token })
    }
  }
  await getToken(mock, { corpid: mock.corpId, corpsecret: 'wrong' }).catch(() => undefined)
  for (const body of ['{', '[]', '{}', '{"meetingid":5}', '{"meetingid":"nobody"}']) {
    await ask(mock, 'getMeeting', body, { token })
  }
}

function violationsOf({ operation, response }: JournalEntry): unknown[] {
  const described = operations.find(({ operationId }) => operationId === operation)
  return described && response ? validateResponse(described, response) : []
}

test.each([...scenarioNames, 'none' as const])(
  'every response of the scenario %s that is not broken on purpose keeps to the spec',
  async (scenario) => {
    const faults: string[] = []
    await using mock = await startMockServer({
      scenario,
      secretAttempts: 1,
      sleep: async () => undefined,
      onMockFault: (fault) => faults.push(fault),
    })
    await askForEverything(mock)
    await askForEverything(mock)
    const responded = mock.requests().filter(({ response }) => response)
    expect(responded.length).toBeGreaterThan(100)
    expect(responded.flatMap(violationsOf)).toEqual([])
    expect(faults).toEqual([])
  },
)
