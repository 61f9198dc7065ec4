import { WeComApiError } from '@wecom-meeting/client'
import { line } from './printText.ts'

/** Prints why a call was refused and what to do about it. */
export async function printRefusal(call: Promise<unknown>): Promise<void> {
  try {
    await call
  } catch (error) {
    if (!(error instanceof WeComApiError)) throw error
    line('class', error.name)
    line('message', error.message)
    line('fix', error.fix)
    line('look it up', error.helpUrl)
    return
  }
  throw new Error('The call was expected to be refused with 60020, but it was answered.')
}
