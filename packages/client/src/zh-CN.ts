import type { ErrorTexts } from './errors.ts'
import { chineseErrorTexts } from './generated/chineseErrorTexts.ts'

/**
 * 中文的错误信息。Error texts in Chinese: messages say what the errcode means and end with WeCom's own
 * text, which names the parameter at fault, say; `fix` says what to do. Of an errcode that the
 * catalogue does not know there is WeCom's text alone.
 *
 * @example
 * import { createWeComClient } from '@wecom-meeting/client'
 * import { zhCN } from '@wecom-meeting/client/zh-CN'
 *
 * const wecom = createWeComClient({ corpId, corpSecret, errorTexts: zhCN })
 * // AuthenticationError: 企业微信拒绝了 getToken（40001）：secret 错误、不属于该企业，或应用已被停用。原文：invalid credential
 * @see https://developer.work.weixin.qq.com/document/path/90313
 */
export const zhCN: ErrorTexts = {
  message: (operation, errcode, errmsg) => {
    const meaning = chineseErrorTexts[errcode]?.[0] ?? ''
    const said = meaning && errmsg ? `${meaning}原文：${errmsg}` : meaning || errmsg
    return `企业微信拒绝了 ${operation}（${errcode}）${said && `：${said}`}`
  },
  // Chinese words have no space between them.
  fix: (errcode, helpUrl, ip) =>
    chineseErrorTexts[errcode]?.[1].replace(' {ip}', ip ? ` ${ip}` : '调用方的 IP') ??
    `请在 ${helpUrl} 查询该错误码。`,
}
