import { apiErrorFor } from '@wecom-meeting/client/core'
import type { OperationCall } from './operation.ts'

type Path = Parameters<OperationCall['wecom']['raw']['POST']>[0]

/**
 * Exactly what WeCom answered.
 *
 * @throws WeComApiError if that is a refusal.
 */
export async function rawAnswer(
  { wecom, options, once }: OperationCall,
  operationId: string,
  path: Path,
  body: object,
): Promise<object> {
  const { data } = await once([path, body], () =>
    wecom.raw.POST(path, { body, ...options } as never),
  )
  const answer = data as unknown as { errcode?: number; errmsg?: string }
  const { errcode } = answer
  if (errcode) throw apiErrorFor(operationId, { ...answer, errcode })
  return answer
}
