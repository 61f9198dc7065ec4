import { errcodes } from '../errors/errcodes.ts'
import { Refusal } from '../errors/Refusal.ts'
import type { OperationBehaviour } from './OperationBehaviour.ts'

/** https://developer.work.weixin.qq.com/document/path/91039 */
export const getToken: OperationBehaviour = {
  missingParameter: { corpid: errcodes.corpidMissing, corpsecret: errcodes.corpsecretMissing },
  answer({ query, address, isOfOtherSite }, store) {
    if (store.secretAttempts.isBlocked(address)) {
      return new Refusal(errcodes.tooManyCalls, 'too many wrong secrets came from this address')
    }
    if (query.corpid !== store.corpId) return new Refusal(errcodes.invalidCorpid)
    if (query.corpsecret !== store.corpSecret) {
      // Five images on any page would lock out whoever looks at it.
      if (!isOfOtherSite) store.secretAttempts.wrong(address)
      return new Refusal(errcodes.invalidCredential)
    }
    store.secretAttempts.right(address)
    return store.tokens.get()
  },
}
