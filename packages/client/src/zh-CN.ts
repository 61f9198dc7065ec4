import type { ErrorTexts } from './errors/ErrorTexts.ts'
import { chineseErrorTexts } from './generated/chineseErrorTexts.ts'

/**
 * 中文的错误信息。Error texts in Chinese: messages say what the errcode means, `fix` what to do. An
 * errcode that the catalogue does not know keeps WeCom's own text.
 *
 * @example
 * import { createWeComClient } from '@wecom-meeting/client'
 * import { zhCN } from '@wecom-meeting/client/zh-CN'
 *
 * const wecom = createWeComClient({ corpId, corpSecret, errorTexts: zhCN })
 * // AuthenticationError: 企业微信拒绝了 getToken（40001）：secret 错误、不属于该企业，或应用已被停用。
 * @see https://developer.work.weixin.qq.com/document/path/90313
 */
export const zhCN: ErrorTexts = {
  message: (operation, errcode, errmsg) =>
    `企业微信拒绝了 ${operation}（${errcode}）：${chineseErrorTexts[errcode]?.[0] ?? errmsg}`,
  fix: (errcode, helpUrl, ip = '调用方的 IP') =>
    chineseErrorTexts[errcode]?.[1].replace('{ip}', ip) ?? `请在 ${helpUrl} 查询该错误码。`,
}
