import { say, sayProblem } from './announce.ts'
import { text } from './preferences.ts'

/** What `/__mock/<name>` answers; the names are those of the mock in process. */
export async function ask<T>(name: string, query: Record<string, string> = {}): Promise<T> {
  return answerOf<T>(await fetch(`/__mock/${name}?${new URLSearchParams(query)}`))
}

/** Tells the mock to do something, and gives what it answers. */
export async function tell<T>(
  name: string,
  fields: Record<string, unknown> = {},
  signal?: AbortSignal,
): Promise<T> {
  const init = { method: 'POST', body: JSON.stringify(fields), ...(signal ? { signal } : {}) }
  return answerOf<T>(await fetch(`/__mock/${name}`, init))
}

/** Does what somebody asked for; a refusal is shown in the mock's own words. */
export async function attempt(action: () => Promise<unknown>, done?: string): Promise<boolean> {
  try {
    await action()
    sayProblem('')
    if (done) say(done)
    return true
  } catch (error) {
    sayProblem(error instanceof TypeError ? text().unreachable : (error as Error).message)
    return false
  }
}

async function answerOf<T>(response: Response): Promise<T> {
  const body = await response.json()
  if (!response.ok) throw new ControlRefused(response.status, body.error)
  return body
}

export class ControlRefused extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}
