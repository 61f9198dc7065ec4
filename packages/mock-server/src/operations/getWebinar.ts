import { Refusal } from '../errors/Refusal.ts'
import { findByIdOrCode } from './findByIdOrCode.ts'
import type { OperationBehaviour } from './OperationBehaviour.ts'

/** https://developer.work.weixin.qq.com/document/path/47342 */
export const getWebinar: OperationBehaviour = {
  answer({ body }, store) {
    const webinar = findByIdOrCode(store.webinars, body)
    return webinar instanceof Refusal ? webinar : webinar.answer
  },
}
