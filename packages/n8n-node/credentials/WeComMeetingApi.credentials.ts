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
      // n8n keeps no other tags than these in a notice.
      displayName: `WeCom returns data only if:
<ul>
<li>the app may call the API of the Meeting app (会议 → API → 可调用接口的应用),</li>
<li>the public IP address of this n8n is one of the app's trusted IPs (企业可信IP),</li>
<li>the same app created the meeting or webinar through the API.</li>
</ul>`,
      name: 'preconditions',
      type: 'notice',
      default: '',
    },
    {
      displayName: 'Corp ID',
      name: 'corpId',
      type: 'string',
      default: '',
      required: true,
      placeholder: 'ww0123456789abcdef',
      description:
        'Admin console (管理后台), My Company (我的企业), at the bottom of the page: 企业 ID',
    },
    {
      displayName: 'Secret',
      name: 'corpSecret',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      required: true,
      description:
        'Admin console (管理后台), App Management (应用管理), your self-built app (自建应用): Secret',
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
