import type { Fault } from './Fault.ts'

/** The scenarios in the box. */
export type ScenarioName =
  | 'busy'
  | 'token-dies'
  | 'rate-limited'
  | 'untrusted-ip'
  | 'not-permitted'
  | 'flaky-network'
  | 'slow'
  | 'enrollment-off'

/** A name for a set of faults that testers need again and again. */
export interface ScenarioDefinition {
  description: string
  /** The same in Chinese. */
  descriptionZh: string
  faults(surroundings: {
    /** The operations that need a token. */
    calls: readonly string[]
    enrollmentOffErrcode: number
  }): Fault[]
}

export const scenarios: Readonly<Record<ScenarioName, ScenarioDefinition>> = {
  busy: {
    description: 'Every second call returns -1: WeCom is busy, one more try helps.',
    descriptionZh: '每两次调用就有一次返回 -1：系统繁忙，重试一次即可成功。',
    faults: () => [{ errcode: -1, every: 2 }],
  },
  'token-dies': {
    description: 'At every third call all tokens end early, as WeCom may do at any time.',
    descriptionZh: '每三次调用，所有 access_token 都会提前失效一次。',
    faults: () => [{ expireTokens: true, every: 3 }],
  },
  'rate-limited': {
    description: 'Every call but gettoken returns 45009: called too often.',
    descriptionZh: '除 gettoken 外，所有调用都返回 45009：超过调用频率限制。',
    faults: ({ calls }) => [{ operation: calls, errcode: 45009 }],
  },
  'untrusted-ip': {
    description: "Every call but gettoken returns 60020: the caller's address is not trusted.",
    descriptionZh: '除 gettoken 外，所有调用都返回 60020：调用方 IP 不在可信 IP 列表中。',
    faults: ({ calls }) => [{ operation: calls, errcode: 60020 }],
  },
  'not-permitted': {
    description: 'Every call but gettoken returns 48002: the app may not call this.',
    descriptionZh: '除 gettoken 外，所有调用都返回 48002：应用没有调用该接口的权限。',
    faults: ({ calls }) => [{ operation: calls, errcode: 48002 }],
  },
  'flaky-network': {
    description: 'Some connections break, some responses are cut short, some come from a gateway.',
    descriptionZh: '部分连接会断开，部分响应不完整，部分响应是网关返回的 502 页面。',
    faults: () => [
      { drop: 'before', probability: 0.15 },
      { drop: 'middle', probability: 0.1 },
      { truncate: true, probability: 0.05 },
      { html: 502, probability: 0.1 },
    ],
  },
  slow: {
    description: 'Every response takes one to three seconds.',
    descriptionZh: '每次响应都要等待 1 到 3 秒。',
    faults: () => [{ latency: [1000, 3000] }],
  },
  'enrollment-off': {
    description:
      'The enrollment list is refused as not switched on. WeCom does not publish the number: --enrollment-off-errcode sets it.',
    descriptionZh:
      '获取报名信息时返回“未开启报名”错误。企业微信没有公布该错误码，可用 --enrollment-off-errcode 指定。',
    faults: ({ enrollmentOffErrcode }) => [
      { operation: 'listWebinarEnrollments', errcode: enrollmentOffErrcode },
    ],
  },
}

export const scenarioNames: readonly ScenarioName[] = Object.keys(scenarios) as ScenarioName[]
