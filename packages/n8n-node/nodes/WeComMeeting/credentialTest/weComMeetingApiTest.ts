import {
  AuthenticationError,
  PermissionError,
  WeComApiError,
  WeComError,
} from '@wecom-meeting/client/host'
import type {
  ICredentialsDecrypted,
  ICredentialTestFunctions,
  IHttpRequestOptions,
  IN8nHttpFullResponse,
  INodeCredentialTestResult,
} from 'n8n-workflow'
import { noAnswerFix } from '../errors/noAnswerFix.ts'
import { clientWith } from '../transport/clientWith.ts'
import type { WeComMeetingApiCredential } from '../transport/credential.ts'

/** No meeting has it: WeCom says so (90602) where the app may call and its address is trusted. */
const NO_MEETING = 'credential-test'

/** Keeps nothing: a test has to look, whatever is remembered of this credential. */
const noTokenStore = {
  get: async () => undefined,
  set: async () => {},
  delete: async () => {},
}

/**
 * What n8n calls when somebody saves the credential. Gets a token, then makes one call with it: WeCom
 * gives tokens to every address, and only a call shows that the address is not trusted or that the app
 * may not call the meeting API.
 */
export async function weComMeetingApiTest(
  this: ICredentialTestFunctions,
  { data }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
  try {
    const wecom = clientWith(
      data as unknown as WeComMeetingApiCredential,
      requestThrough(this.helpers),
      // One store for each test: what is known of a refused secret goes with the store.
      { maxRetries: 1, tokenStore: { ...noTokenStore } },
    )
    await wecom.meetings.get({ meetingid: NO_MEETING }).then(() => {}, throwUnlessCalled)
    return { status: 'OK', message: 'WeCom gave a token and took a call with it.' }
  } catch (error) {
    return { status: 'Error', message: messageFor(error) }
  }
}

/** A refusal that says only that there is no such meeting is what the test is after. */
function throwUnlessCalled(error: unknown): void {
  const isCalledInVain = error instanceof PermissionError || error instanceof AuthenticationError
  const isOfToken = error instanceof WeComError && error.operation === 'getToken'
  if (isCalledInVain || isOfToken || !(error instanceof WeComApiError)) throw error
}

function messageFor(error: unknown): string {
  if (error instanceof WeComApiError) return `${error.message}. ${error.fix}`
  if (error instanceof WeComError) return `${error.message} ${noAnswerFix(error)}`
  return error instanceof Error ? error.message : String(error)
}

/**
 * n8n hands the test of a credential its older request helper and no other; the runtime's own fetch
 * would go past the proxy that n8n is set up with, and a test through another address than the node's
 * says nothing about the trusted IPs.
 */
function requestThrough({ request }: ICredentialTestFunctions['helpers']) {
  return ({ method, url, headers, body }: IHttpRequestOptions): Promise<IN8nHttpFullResponse> =>
    request({
      method,
      uri: url,
      headers,
      body,
      json: false,
      followRedirect: false,
      resolveWithFullResponse: true,
      simple: false,
    })
}
