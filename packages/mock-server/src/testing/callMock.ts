import type { operations } from '@wecom-meeting/spec/types'
import type { JsonObject } from '../json.ts'
import type { MockCorp } from '../MockServer.ts'
import { loadSpec } from '../spec/loadSpec.ts'

const { operations: described } = await loadSpec()

/** The path of each operation of the spec, in its order. */
export const paths = Object.fromEntries(
  described.map(({ operationId, path }) => [operationId, path]),
) as Readonly<Record<keyof operations, string>>

export type PostOperation = Exclude<keyof operations, 'getToken'>

export async function getToken(
  mock: MockCorp,
  query: Record<string, string> = { corpid: mock.corpId, corpsecret: mock.corpSecret },
): Promise<JsonObject> {
  const response = await fetch(`${mock.url}${paths.getToken}?${new URLSearchParams(query)}`)
  return response.json() as Promise<JsonObject>
}

/** Posts `body` with a good token, or with `token`. */
export async function call(
  mock: MockCorp,
  operation: PostOperation,
  body: unknown,
  { token, headers = {} }: { token?: string; headers?: Record<string, string> } = {},
): Promise<JsonObject> {
  const access_token = token ?? String((await getToken(mock)).access_token)
  const response = await fetch(`${mock.url}${paths[operation]}?access_token=${access_token}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return response.json() as Promise<JsonObject>
}
