import type { ICredentialType, Icon, INodeProperties } from 'n8n-workflow'

/** Corp ID and secret of a WeCom app, and the server that takes them; both nodes test it. */
export class WeComMeetingApi implements ICredentialType {
  name = 'weComMeetingApi'

  displayName = 'WeCom Meeting API'

  icon: Icon = {
    light: 'file:../icons/weComMeeting.svg',
    dark: 'file:../icons/weComMeeting.dark.svg',
  }

  documentationUrl =
    'https://github.com/wecom-meeting/wecom-meeting/tree/main/packages/n8n-node#credentials'

  properties: INodeProperties[] = [
    {
      displayName: 'Corp ID',
      name: 'corpId',
      type: 'string',
      default: '',
      required: true,
      placeholder: 'ww0123456789abcdef',
      description: 'Admin console, My Company, at the bottom of the page',
    },
    {
      displayName: 'Secret',
      name: 'corpSecret',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      required: true,
      description:
        'Secret of your self-built app. The app must be one of those that the Meeting app lets call its API.',
    },
    {
      displayName: 'Base URL',
      name: 'baseUrl',
      type: 'string',
      default: 'https://qyapi.weixin.qq.com',
      required: true,
      description: 'Change it only for a private WeCom deployment or a mock server',
    },
    {
      displayName: 'Allow Insecure Base URL',
      name: 'allowInsecure',
      type: 'boolean',
      default: false,
      description:
        'Whether the secret and the tokens may travel unencrypted to a Base URL with http. Only for closed networks, such as a mock server in another container; a server on the same machine needs no permission.',
    },
  ]
}
