import type {
  ICredentialsDecrypted,
  ICredentialTestFunctions,
  INodeCredentialTestResult,
} from 'n8n-workflow'
import type { WeComMeetingApiCredential } from '../transport/clientWith.ts'
import { testCredential } from './testCredential.ts'

/** What n8n calls when somebody saves the credential. */
export async function weComMeetingApiTest(
  this: ICredentialTestFunctions,
  { data }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
  return testCredential(this.helpers, data as unknown as WeComMeetingApiCredential)
}
