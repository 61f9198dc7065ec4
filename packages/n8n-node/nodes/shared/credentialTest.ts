import {
  InvalidRequestError,
  NotFoundError,
  RateLimitError,
  ServerBusyError,
  WeComError,
} from '@wecom-meeting/client/host'
import type {
  ICredentialsDecrypted,
  ICredentialTestFunctions,
  INodeCredentialTestResult,
} from 'n8n-workflow'
import { type Credential, clientFor } from './client.ts'
import { explain } from './errors.ts'
import type { HttpRequest } from './fetch.ts'

/** No meeting has it: WeCom says so (90602) where the app may call and its address is trusted. */
const NO_MEETING = 'credential-test'

/**
 * What n8n calls when somebody saves the credential. Gets a token, then makes one call with it: WeCom
 * issues tokens to every address, and only a call shows that the address is not trusted or that the app
 * may not call the meeting API.
 */
export async function weComMeetingApiTest(
  this: ICredentialTestFunctions,
  { data }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
  try {
    // Remembers nothing, not even a refused secret: each test asks WeCom.
    const tokenStore = { get: async () => undefined, set: async () => {}, delete: async () => {} }
    const options = { maxRetries: 1, tokenStore }
    const credential = data as unknown as Credential
    const wecom = clientFor(credential, requestThrough(this.helpers), options)
    await wecom.meetings.get({ meetingid: NO_MEETING }).catch(throwUnlessUnknownMeeting)
    return { status: 'OK', message: 'WeCom issued a token and accepted a call with it.' }
  } catch (error) {
    return { status: 'Error', message: problemFrom(error as Error) }
  }
}

/** The test expects WeCom to refuse the call, for no other reason than that there is no such meeting. */
function throwUnlessUnknownMeeting(error: unknown): void {
  const isUnknown = error instanceof NotFoundError || error instanceof InvalidRequestError
  if (!isUnknown || isAboutToken(error)) throw error
}

function isAboutToken({ operation }: WeComError): boolean {
  return operation === 'getToken'
}

/** n8n shows no message of a test that passes: one that WeCom did not let finish must not pass. */
function problemFrom(error: Error): string {
  if (!(error instanceof WeComError)) return error.message
  const { message: problem } = explain(error)
  const isUnfinished = error instanceof ServerBusyError || error instanceof RateLimitError
  return isUnfinished && !isAboutToken(error)
    ? `Corp ID and secret are right, but the test could not be completed: ${problem}`
    : problem
}

/**
 * n8n gives the test of a credential its older request helper only; the runtime's own fetch would
 * bypass n8n's proxy settings, and a test through another address says nothing about the trusted IPs.
 */
function requestThrough({ request }: ICredentialTestFunctions['helpers']): HttpRequest {
  const how = { json: false, followRedirect: false, resolveWithFullResponse: true, simple: false }
  return ({ method, url: uri, headers, body }) => request({ method, uri, headers, body, ...how })
}
