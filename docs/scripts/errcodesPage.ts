import type { CataloguedError } from '@wecom-meeting/spec'

const texts = {
  en: {
    title: 'Errcodes',
    intro: `Every errcode that these endpoints are known to return: what happened, and what to do. Decide on the number
alone; WeCom may change the text. The class is the client's error class, and the one that the n8n node's message
is made from.`,
    meaning: 'Meaning',
    remedy: 'What to do',
    class: 'Class',
    retry: 'Sent again',
    source: 'Source',
    lookUp: "WeCom's page on it",
    retries: {
      never: 'no',
      backoff: 'yes, with growing waits',
      'after-a-minute': 'no; after a minute with `waitOnRateLimit: true`',
      'with-a-new-token': 'once, with a new token',
    },
    sources: { official: "WeCom's pages", seen: 'reported by users' } as Record<string, string>,
    ip: "the caller's address",
  },
  zh: {
    title: '错误码',
    intro: `这些接口已知会返回的全部错误码：发生了什么、应当怎么做。请只根据数字判断，企业微信可能修改文字。
“类”是客户端的错误类，n8n 节点的提示也据此生成。`,
    meaning: '含义',
    remedy: '处理方法',
    class: '类',
    retry: '是否重发',
    source: '来源',
    lookUp: '企业微信的说明',
    retries: {
      never: '否',
      backoff: '是，间隔逐次加长',
      'after-a-minute': '默认否；设置 `waitOnRateLimit: true` 后，约一分钟后重发',
      'with-a-new-token': '换新 token 后重发一次',
    },
    sources: { official: '企业微信文档', seen: '用户反馈' } as Record<string, string>,
    ip: '调用方的 IP',
  },
}

/** The page of all errcodes in one language. */
export function errcodesPage(errors: readonly CataloguedError[], language: 'en' | 'zh'): string {
  const text = texts[language]
  const sections = errors.map((error) => {
    const colon = language === 'en' ? ': ' : '：'
    const [meaning, fix] =
      language === 'en' ? [error.meaning, error.fix] : [error.meaningZh, error.fixZh]
    return `## ${error.errcode} {#e${error.errcode}}

${meaning}

**${text.remedy}**${colon}${fix.replace(language === 'en' ? '{ip}' : ' {ip}', text.ip)}

- ${text.class}${colon}\`${error.class}\`
- ${text.retry}${colon}${text.retries[error.retry]}
- ${text.source}${colon}${text.sources[error.source] ?? error.source} · [${text.lookUp}](https://open.work.weixin.qq.com/devtool/query?e=${error.errcode})
`
  })
  return `# ${text.title}\n\n${text.intro}\n\n${sections.join('\n')}`
}
