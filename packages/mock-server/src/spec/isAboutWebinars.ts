import type { IHttpOperation } from '@stoplight/types'

/** Whether an operation knows webinars, by its tag; all others that name a meeting know meetings. */
export function isAboutWebinars({ tags }: IHttpOperation): boolean {
  return tags?.some(({ name }) => name === 'Webinar') ?? false
}
