import { errcodes } from '../errors/errcodes.ts'
import { Refusal } from '../errors/Refusal.ts'
import type { OperationBehaviour } from './OperationBehaviour.ts'

/** https://developer.work.weixin.qq.com/document/path/91039 */
export const getToken: OperationBehaviour = {
  operationId: 'getToken',
  missingParameter: { corpid: errcodes.corpidMissing, corpsecret: errcodes.corpsecretMissing },
  answer({ query }, store) {
    if (query.corpid !== store.corpId) return new Refusal(errcodes.invalidCorpid)
    if (query.corpsecret !== store.corpSecret) return new Refusal(errcodes.invalidCredential)
    return { errcode: 0, errmsg: 'ok', ...store.tokens.get() }
  },
}
