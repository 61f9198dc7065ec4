/** What the page itself says, in English and Chinese; all that concerns the API comes from the spec. */
const pairs = {
  skip: ['Skip to the content', '跳到正文'],
  name: ['Mock WeCom', '企业微信模拟服务器'],
  server: [
    (url: string, corpId: string, secret: string) =>
      `${url} · corp ID ${corpId} · secret ${secret}`,
    (url: string, corpId: string, secret: string) =>
      `${url} · 企业 ID ${corpId} · Secret ${secret}`,
  ],
  language: ['Language', '语言'],
  theme: ['Colours', '配色'],
  themeAuto: ['Auto', '自动'],
  themeLight: ['Light', '浅色'],
  themeDark: ['Dark', '深色'],
  tabControl: ['Control and journal', '控制与请求记录'],
  tabData: ['Data', '数据'],
  tabReference: ['API reference', '接口文档'],
  scenarios: ['Scenarios', '场景'],
  noScenario: ['As WeCom answers on a good day.', '一切正常，按企业微信平时的方式响应。'],
  faults: ['Faults', '故障'],
  noFaults: ['None in force.', '当前没有故障。'],
  faultOperation: ['Operation', '接口'],
  everyOperation: ['every one', '全部'],
  faultEffect: ['What happens', '故障表现'],
  faultTimes: ['Times', '次数'],
  faultEvery: ['Every n-th call', '每 n 次调用'],
  faultProbability: ['Probability', '概率'],
  always: ['always', '不限'],
  struck: [
    (count: number) => (count === 1 ? 'struck once' : `struck ${count} times`),
    (count: number) => `已触发 ${count} 次`,
  ],
  ofScenario: [(name: string) => `of the scenario ${name}`, (name: string) => `来自场景 ${name}`],
  addFault: ['Add fault', '添加故障'],
  remove: ['Remove', '移除'],
  clearFaults: ['Remove all', '全部移除'],
  tokens: ['Tokens and start', 'access_token 与重置'],
  expireTokens: ['End all tokens', '让所有 access_token 失效'],
  tokensExpired: ['All tokens have ended.', '所有 access_token 已失效。'],
  reset: ['Reset everything', '全部重置'],
  resetDone: ['Everything is as it was at the start.', '已恢复到启动时的状态。'],
  resetHint: [
    'Reset brings back data, tokens, limits, faults and the journal as they were at the start.',
    '重置会把数据、access_token、调用限制、故障和请求记录恢复到启动时的状态。',
  ],
  journal: ['Journal', '请求记录'],
  journalEmpty: [
    'No request yet. Send one, and it shows here at once.',
    '还没有收到请求。发出请求后，会立即显示在这里。',
  ],
  onlyWrong: ['only refused or invalid', '只看被拒绝或不符合规范的'],
  answered: [
    (what: string, response: string) => `${what}: ${response}`,
    (what: string, response: string) => `${what}：${response}`,
  ],
  valid: ['keeps to the spec', '符合规范'],
  invalid: ['violates the spec', '不符合规范'],
  dropped: ['dropped', '连接断开'],
  request: ['Request', '请求'],
  answer: ['Response', '响应'],
  reasons: ['What is wrong', '问题所在'],
  fault: ['Fault', '故障'],
  noBody: ['no body', '没有请求体'],
  webinars: ['Webinars', '网络研讨会'],
  meetings: ['Meetings', '会议'],
  enrollments: ['Enrollments', '报名记录'],
  showEnrollments: ['Show enrollments', '查看报名记录'],
  enrollmentOff: ['Enrollment is not switched on for this webinar.', '该网络研讨会没有开启报名。'],
  tryIt: [
    '“Test Request” calls this mock, with a token that is already filled in.',
    '点击“测试请求”会直接调用本模拟服务器，access_token 已自动填好。',
  ],
  newToken: ['New token', '换一个 access_token'],
  tokenTaken: ['A new token is filled in.', '已填入新的 access_token。'],
  unreachable: [
    'The mock does not respond any more. Is it still running?',
    '模拟服务器没有响应，它还在运行吗？',
  ],
} as const

/** What each effect of a fault is called, and what its value is called; then an example of it. */
const effectPairs = {
  errcode: [['an errcode', 'errcode'], ['返回指定错误码', '错误码'], '45009'],
  latency: [
    ['a slow response', 'milliseconds, or from-to'],
    ['响应变慢', '毫秒数，或起止范围'],
    '200-800',
  ],
  dropBefore: [['the connection breaks before the response', ''], ['响应之前断开连接', ''], ''],
  dropMiddle: [
    ['the connection breaks in the middle of the response', ''],
    ['响应到一半断开连接', ''],
    '',
  ],
  truncate: [['half of the JSON', ''], ['只返回一半 JSON', ''], ''],
  html: [
    ['an HTML page, as from a gateway', 'HTTP status'],
    ['返回网关的 HTML 错误页', 'HTTP 状态码'],
    '502',
  ],
  contentType: [
    ['another content type', 'content type'],
    ['使用其他 Content-Type', 'Content-Type'],
    'text/plain',
  ],
  slowBody: [['a body that drips', 'milliseconds'], ['响应内容缓慢送达', '毫秒数'], '3000'],
  expireTokens: [['all tokens end', ''], ['所有 access_token 失效', ''], ''],
} as const

export type Language = 'en' | 'zh'
export type EffectName = keyof typeof effectPairs
export type Texts = { [Name in keyof typeof pairs]: (typeof pairs)[Name][number] } & {
  effects: Record<EffectName, [name: string, value: string, example: string]>
}

export function textsIn(language: Language): Texts {
  const index = language === 'en' ? 0 : 1
  const effects = Object.entries(effectPairs).map(([name, pair]) => [
    name,
    [...pair[index], pair[2]],
  ])
  const own = Object.entries(pairs).map(([name, pair]) => [name, pair[index]])
  return { ...Object.fromEntries(own), effects: Object.fromEntries(effects) }
}
