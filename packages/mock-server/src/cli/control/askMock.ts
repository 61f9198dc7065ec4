import type { ControlAction } from '../../control/controlActions.ts'
import type { Schema } from '../../control/Schema.ts'
import { MockSetupError } from '../../errors/MockSetupError.ts'
import { OptionError } from '../../errors/OptionError.ts'
import { isJsonObject, type JsonObject } from '../../json.ts'

/** The mock answers at once, unless it is to wait; what takes longer is no mock. */
const patience = 10_000

/**
 * Asks a running mock to do something, and gives what it answers.
 *
 * @throws {OptionError} when the mock refuses the fields, in its own words.
 * @throws {MockSetupError} when no mock answers there, or it cannot do it.
 */
export async function askMock(
  action: ControlAction,
  fields: JsonObject,
  base: URL,
  waiting = 0,
): Promise<unknown> {
  const { method, path } = action
  const query = method === 'GET' ? `?${new URLSearchParams(fields as Record<string, string>)}` : ''
  const { status, text } = await textFrom(base, `${path}${query}`, {
    method,
    signal: AbortSignal.timeout(patience + waiting),
    ...(method === 'POST' && { body: JSON.stringify(fields) }),
  })
  const answer = parsed(text)
  if (status === 200 && isAnswer(action.answer.schema, answer)) return answer
  if (!isJsonObject(answer) || typeof answer.error !== 'string') {
    throw new MockSetupError(
      `what answers at ${shown(base)} is no mock of this kind (HTTP ${status} at ${path}); name the mock with --url`,
    )
  }
  throw status === 400 ? new OptionError(answer.error) : new MockSetupError(answer.error)
}

async function textFrom(
  base: URL,
  target: string,
  init: RequestInit,
): Promise<{ status: number; text: string }> {
  try {
    const response = await fetch(`${shown(base)}${target}`, { redirect: 'manual', ...init })
    return { status: response.status, text: await response.text() }
  } catch (error) {
    throw new MockSetupError(unreachable(base, error), { cause: error })
  }
}

/** @throws {OptionError} when the text is no address of a mock. */
export function checkedBase(text: string): URL {
  const url = /^https?:\/\//i.test(text) ? URL.parse(text) : null
  if (!url || url.username || url.password || url.search || url.hash) {
    throw new OptionError(
      '--url is not the address of a mock; expected one like http://127.0.0.1:4010',
    )
  }
  return url
}

/** Whether it can be the answer; what else listens there may say 200 to anything. */
function isAnswer(
  { type, required = [], properties, additionalProperties }: Schema,
  answer: unknown,
): boolean {
  if (type === 'array') return Array.isArray(answer)
  if (!isJsonObject(answer)) return false
  const isEmpty = additionalProperties === false && properties === undefined
  return isEmpty ? Object.keys(answer).length === 0 : required.every((name) => name in answer)
}

function shown({ origin, pathname }: URL): string {
  return `${origin}${pathname.replace(/\/+$/, '')}`
}

function unreachable(base: URL, error: unknown): string {
  const { name, cause } = error as Error
  const { code, message } = (cause ?? error) as NodeJS.ErrnoException
  const why = name === 'TimeoutError' ? 'no answer in time' : (code ?? message)
  const port = base.port ? ` --port ${base.port}` : ''
  return `no mock answers at ${shown(base)} (${why}); start one with "wecom-meeting-mock${port}", or name another with --url`
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
