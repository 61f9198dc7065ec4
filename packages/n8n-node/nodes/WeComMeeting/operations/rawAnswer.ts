import { apiErrorFor, english, parseAnswer } from '@wecom-meeting/client/core'
import type { Endpoint } from '../endpoint.ts'
import type { OperationCall } from './operation.ts'

/**
 * Exactly what WeCom answered; ids beyond 2^53 as text, so that no digit gets lost.
 *
 * @throws WeComApiError if that is a refusal.
 */
export async function rawAnswer(
  { wecom, options, once }: OperationCall,
  { operationId, path }: Pick<Endpoint<never>, 'operationId' | 'path'>,
  body: object,
): Promise<object> {
  const init = { body, parseAs: 'text', ...options } as never
  const { data } = await once([path, body], () => wecom.raw.POST(path, init))
  const answer = parseAnswer(operationId, data as unknown as string)
  const refusal = apiErrorFor(english, operationId, { ...answer, secret: '' })
  if (refusal) throw refusal
  return answer.body
}
