import {
  AuthenticationError,
  assembleClient,
  PermissionError,
  WeComApiError,
  WeComError,
} from '@wecom-meeting/client/core'
import type { ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow'
import { noAnswerFix } from '../errors/noAnswerFix.ts'
import type { WeComMeetingApiCredential } from '../transport/clientWith.ts'
import type { Fetch } from '../transport/httpRequestFetch.ts'
import { workflowTimer } from '../transport/workflowTimer.ts'
import { credentialTestFetch } from './credentialTestFetch.ts'
import { requestToken } from './requestToken.ts'

/** No meeting has it: WeCom says so (90602) where the app may call and its address is trusted. */
const NO_MEETING = 'credential-test'

/**
 * Gets a token, then makes one call with it: WeCom gives tokens to every address, and only a call
 * shows that the address is not trusted or that the app may not call the meeting API.
 */
export async function testCredential(
  helpers: ICredentialTestFunctions['helpers'],
  credential: WeComMeetingApiCredential,
): Promise<INodeCredentialTestResult> {
  try {
    const fetch = credentialTestFetch(helpers)
    const accessToken = await requestToken(fetch, credential)
    await call(fetch, credential, accessToken)
    return { status: 'OK', message: 'WeCom gave a token and took a call with it.' }
  } catch (error) {
    return { status: 'Error', message: messageFor(error) }
  }
}

async function call(
  fetch: Fetch,
  { baseUrl, allowInsecure = false }: WeComMeetingApiCredential,
  accessToken: string,
): Promise<void> {
  const settings = { accessToken, baseUrl, allowInsecure, maxRetries: 1 }
  const wecom = assembleClient(settings, { fetch, timer: workflowTimer })
  await wecom.meetings.get({ meetingid: NO_MEETING }).then(
    () => {},
    (error: unknown) => {
      const isCalledInVain =
        error instanceof PermissionError || error instanceof AuthenticationError
      if (isCalledInVain || !(error instanceof WeComApiError)) throw error
    },
  )
}

function messageFor(error: unknown): string {
  if (error instanceof WeComApiError) return `${error.message}. ${error.fix}`
  if (error instanceof WeComError) return `${error.message} ${noAnswerFix(error)}`
  return error instanceof Error ? error.message : String(error)
}
