import { InvalidRequestError, WeComApiError } from '@wecom-meeting/client/core'

/**
 * What to do about a refusal. Of enrollment that is not switched on WeCom's page says that it is
 * refused, but not with which number: so it is named where the number is one that nobody has
 * described, or says no more than that something is wrong with the request.
 *
 * @see https://developer.work.weixin.qq.com/document/path/98876
 */
export function refusalFix(error: WeComApiError): string {
  const { operation, fix } = error
  // Each described number has a class of its own.
  const isDescribed = error.constructor !== WeComApiError && !(error instanceof InvalidRequestError)
  if (operation !== 'listWebinarEnrollments' || isDescribed) return fix
  return `Check that enrollment is switched on for this webinar: WeCom refuses this call where it is not. If it is: ${fix}`
}
