import { defineConfig } from 'vitepress'

const client = (prefix: string, [start, errors, paging, tokens, networks, testing, other]: string[]) => [
  { text: start, link: `${prefix}/client/` },
  { text: errors, link: `${prefix}/client/errors` },
  { text: paging, link: `${prefix}/client/paging` },
  { text: tokens, link: `${prefix}/client/shared-tokens` },
  { text: networks, link: `${prefix}/client/company-networks` },
  { text: testing, link: `${prefix}/client/testing` },
  { text: other, link: `${prefix}/client/other-endpoints` },
]

const mock = (prefix: string, [start, fixtures, faults, odd, ci, languages]: string[]) => [
  { text: start, link: `${prefix}/mock/` },
  { text: fixtures, link: `${prefix}/mock/fixtures` },
  { text: faults, link: `${prefix}/mock/faults` },
  { text: odd, link: `${prefix}/mock/odd-responses` },
  { text: ci, link: `${prefix}/mock/ci-and-docker` },
  { text: languages, link: `${prefix}/mock/other-languages` },
]

const node = (prefix: string, [start, trigger, approvals, agent, hosting]: string[]) => [
  { text: start, link: `${prefix}/n8n/` },
  { text: trigger, link: `${prefix}/n8n/trigger` },
  { text: approvals, link: `${prefix}/n8n/approvals` },
  { text: agent, link: `${prefix}/n8n/ai-agent` },
  { text: hosting, link: `${prefix}/n8n/private-deployment` },
]

/** Pages of one language; what both reference pages are made from stands in the OpenAPI document and the code. */
const reference = (prefix: string, [errcodes, endpoints, api]: string[]) => [
  { text: errcodes, link: `${prefix}/reference/errcodes` },
  { text: endpoints, link: `${prefix}/reference/endpoints` },
  { text: api, link: '/reference/client/' },
]

export default defineConfig({
  title: 'wecom-meeting',
  // Relative addresses, so that the site works on any static host, in any folder.
  base: process.env.DOCS_BASE ?? '/',
  cleanUrls: false,
  lastUpdated: false,
  ignoreDeadLinks: false,
  srcExclude: ['README.md'],
  themeConfig: { search: { provider: 'local' }, outline: [2, 3] },
  locales: {
    root: {
      label: 'English',
      lang: 'en',
      description: "WeCom's meetings and webinars: client, mock server, n8n node",
      themeConfig: {
        nav: [
          { text: 'Client', link: '/client/' },
          { text: 'Mock server', link: '/mock/' },
          { text: 'n8n', link: '/n8n/' },
          { text: 'Reference', link: '/reference/errcodes' },
        ],
        sidebar: [
          {
            text: 'Client',
            items: client('', [
              'First call',
              'Errors and what to do',
              'Paging and resuming',
              'Shared tokens',
              'Company networks',
              'Testing',
              'Other endpoints',
            ]),
          },
          {
            text: 'Mock server',
            items: mock('', [
              'First test',
              'Fixtures',
              'Faults',
              'Odd responses',
              'CI and Docker',
              'Other languages',
            ]),
          },
          {
            text: 'n8n',
            items: node('', [
              'First workflow',
              'Trigger',
              'Approvals',
              'AI agent',
              'Private deployment',
            ]),
          },
          { text: 'Reference', items: reference('', ['Errcodes', 'Endpoints', 'Client API']) },
        ],
      },
    },
    zh: {
      label: '简体中文',
      lang: 'zh-CN',
      description: '企业微信会议与网络研讨会：客户端、mock 服务器、n8n 节点',
      themeConfig: {
        nav: [
          { text: '客户端', link: '/zh/client/' },
          { text: 'mock 服务器', link: '/zh/mock/' },
          { text: 'n8n', link: '/zh/n8n/' },
          { text: '参考', link: '/zh/reference/errcodes' },
        ],
        sidebar: [
          {
            text: '客户端',
            items: client('/zh', [
              '第一次调用',
              '错误与处理',
              '分页与续读',
              '共享 token',
              '企业网络',
              '测试',
              '其他接口',
            ]),
          },
          {
            text: 'mock 服务器',
            items: mock('/zh', [
              '第一个测试',
              '测试数据',
              '故障',
              '异常返回',
              'CI 与 Docker',
              '其他语言',
            ]),
          },
          {
            text: 'n8n',
            items: node('/zh', ['第一个工作流', '触发器', '审批报名', 'AI Agent', '私有部署']),
          },
          { text: '参考', items: reference('/zh', ['错误码', '接口', '客户端 API（英文）']) },
        ],
        docFooter: { prev: '上一页', next: '下一页' },
        outline: { label: '本页内容', level: [2, 3] },
        darkModeSwitchLabel: '深浅色',
        sidebarMenuLabel: '目录',
        returnToTopLabel: '回到顶部',
        langMenuLabel: '语言',
      },
    },
  },
})
