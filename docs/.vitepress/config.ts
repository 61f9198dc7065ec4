import { type DefaultTheme, defineConfig } from 'vitepress'

/** The pages of a folder in their order: the name of the file, empty for the first, and what it is called. */
type Pages = Record<string, string>

function group(text: string, folder: string, pages: Pages): DefaultTheme.SidebarItem {
  const items = Object.entries(pages).map(([name, text]) => ({ text, link: `${folder}/${name}` }))
  return { text, items }
}

function navigate(groups: DefaultTheme.SidebarItem[]): DefaultTheme.NavItem[] {
  return groups.map(({ text = '', items }) => ({ text, link: items?.[0]?.link ?? '/' }))
}

const english = [
  group('Client', '/client', {
    '': 'First call',
    errors: 'Errors and what to do',
    paging: 'Paging and resuming',
    approvals: 'Approving enrollments',
    'shared-tokens': 'Shared tokens',
    'company-networks': 'Company networks',
    testing: 'Testing',
    'other-endpoints': 'Other endpoints',
  }),
  group('Mock server', '/mock', {
    '': 'First test',
    fixtures: 'Fixtures',
    faults: 'Faults',
    'odd-responses': 'Odd responses',
    'ci-and-docker': 'CI and Docker',
    'other-languages': 'Other languages',
  }),
  group('n8n', '/n8n', {
    '': 'First workflow',
    trigger: 'Trigger',
    approvals: 'Approvals',
    'ai-agent': 'AI agent',
    'private-deployment': 'Private deployment',
  }),
  group('OpenAPI', '/spec', { '': 'The document' }),
  group('Reference', '/reference', {
    errcodes: 'Errcodes',
    endpoints: 'Endpoints',
    'n8n-output-fields': 'n8n output fields',
    'client/': 'Client API',
  }),
]

const chinese = [
  group('客户端', '/zh/client', {
    '': '第一次调用',
    errors: '错误与处理',
    paging: '分页与续读',
    approvals: '审批报名',
    'shared-tokens': '共享 token',
    'company-networks': '企业网络',
    testing: '测试',
    'other-endpoints': '其他接口',
  }),
  group('模拟服务器', '/zh/mock', {
    '': '第一个测试',
    fixtures: '测试数据',
    faults: '故障',
    'odd-responses': '异常返回',
    'ci-and-docker': 'CI 与 Docker',
    'other-languages': '其他语言',
  }),
  group('n8n', '/zh/n8n', {
    '': '第一个工作流',
    trigger: '触发器',
    approvals: '审批报名',
    'ai-agent': 'AI Agent',
    'private-deployment': '私有部署',
  }),
  group('OpenAPI', '/zh/spec', { '': '使用这份文档' }),
  group('参考', '/zh/reference', {
    errcodes: '错误码',
    endpoints: '接口',
    'n8n-output-fields': 'n8n 输出字段',
    'client/': '客户端 API（英文）',
  }),
]

const chineseSearch = {
  button: { buttonText: '搜索', buttonAriaLabel: '搜索' },
  modal: {
    noResultsText: '没有找到',
    resetButtonTitle: '清空',
    footer: { selectText: '打开', navigateText: '切换', closeText: '关闭' },
  },
}

/** Between two Chinese characters, or beside full-width punctuation. */
const CHINESE_BREAK =
  /\p{Script=Han}\n\p{Script=Han}|[，。；：、！？（）“”]\n|\n[，。；：、！？（）“”]/u

export default defineConfig({
  title: 'wecom-meeting',
  // The folder on the host, such as `/wecom-meeting/`.
  base: process.env.DOCS_BASE ?? '/',
  markdown: {
    config: ({ renderer: { rules } }) => {
      const render = rules.code_inline
      // Vue would evaluate what stands in double braces, such as an expression of n8n's.
      rules.code_inline = (tokens, index, ...rest) => {
        tokens[index]?.attrSet('v-pre', '')
        return render?.(tokens, index, ...rest) ?? ''
      }
      // The end of a line is no space in Chinese.
      rules.softbreak = (tokens, index) => {
        const before = tokens[index - 1]?.content.at(-1) ?? ''
        const after = tokens[index + 1]?.content.at(0) ?? ''
        return CHINESE_BREAK.test(`${before}\n${after}`) ? '' : '\n'
      }
    },
  },
  themeConfig: {
    search: {
      provider: 'local',
      options: { locales: { zh: { translations: chineseSearch } } },
    },
  },
  locales: {
    root: {
      label: 'English',
      lang: 'en',
      description: "WeCom's meetings and webinars: client, mock server, n8n node",
      themeConfig: { nav: navigate(english), sidebar: english, outline: [2, 3] },
    },
    zh: {
      label: '简体中文',
      lang: 'zh-CN',
      description: '企业微信会议与网络研讨会：客户端、模拟服务器、n8n 节点',
      themeConfig: {
        nav: navigate(chinese),
        sidebar: chinese,
        outline: { label: '本页内容', level: [2, 3] },
        docFooter: { prev: '上一页', next: '下一页' },
        darkModeSwitchLabel: '深浅色',
        sidebarMenuLabel: '目录',
        returnToTopLabel: '回到顶部',
        langMenuLabel: '语言',
      },
    },
  },
})
