import { errcodes, Refusal } from '../Refusal.ts'
import type { OperationBehaviour } from './OperationBehaviour.ts'

/** https://developer.work.weixin.qq.com/document/path/91039 */
export const getToken: OperationBehaviour = {
  missingParameter: { corpid: errcodes.corpidMissing, corpsecret: errcodes.corpsecretMissing },
  respond({ request }, { settings, secretAttempts, tokens, pageTokens }) {
    const { query, address, sender } = request
    const isClient = sender === 'client'
    if (isClient && secretAttempts.isBlocked(address)) {
      return new Refusal(errcodes.tooManyCalls, 'too many wrong secrets from this address')
    }
    if (query.corpid !== settings.corpId) return new Refusal(errcodes.invalidCorpid)
    if (query.corpsecret !== settings.corpSecret) {
      // Five images on any page would lock out whoever looks at it.
      if (isClient) secretAttempts.addWrong(address)
      return new Refusal(errcodes.invalidCredential)
    }
    if (!isClient) return pageTokens.get()
    secretAttempts.addRight(address)
    return tokens.get()
  },
}
