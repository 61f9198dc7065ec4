import type { IAuthenticateRuleResponseSuccessBody } from 'n8n-workflow'
import { tokenRefusals } from './generated/tokenRefusals.ts'

type Rule = IAuthenticateRuleResponseSuccessBody

/** Why `gettoken` gives no token, and what the user can do about it. */
export interface TokenRefusal {
  errcode: number
  meaning: string
  fix: string
}

/**
 * WeCom refuses with HTTP 200, so n8n has to be told what a refusal looks like: a rule that matches
 * makes the test fail. The last one catches every answer without a token, whatever its errcode.
 *
 * @see https://developer.work.weixin.qq.com/document/path/91039
 */
export const rejectedTokenRules: Rule[] = [
  ...tokenRefusals.map(({ errcode, meaning, fix }) =>
    ruleFor('errcode', errcode, `${meaning} ${fix} (errcode ${errcode})`),
  ),
  ruleFor(
    'access_token',
    undefined,
    'The answer has no access token: WeCom refused for a reason of its own, or this is not a WeCom server. Check the Base URL.',
  ),
]

function ruleFor(key: string, value: unknown, message: string): Rule {
  return { type: 'responseSuccessBody', properties: { key, value, message } }
}
