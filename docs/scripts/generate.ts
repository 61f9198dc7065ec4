/** Writes what of the site comes from the OpenAPI document and the code: `pnpm run docs` runs it first. */
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import {
  errorCatalogue,
  localizeDocument,
  operationsOf,
  readSpec,
  specPath,
} from '@wecom-meeting/spec'
import { Application, OptionDefaults, type TypeDocOptions } from 'typedoc'
import { errcodesPage } from './errcodesPage.ts'

const site = join(import.meta.dirname, '..')
const root = join(site, '..')
const spec = readSpec()

function write(path: string, text: string): void {
  const file = join(site, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

function writeErrcodes(): void {
  const errors = errorCatalogue(spec)
  write('reference/errcodes.md', errcodesPage(errors, 'en'))
  write('zh/reference/errcodes.md', errcodesPage(errors, 'zh'))
}

/** What the node's READMEs say of its output, as pages. */
function writeOutputFields(): void {
  for (const language of ['en', 'zh'] as const) {
    const [prefix, readme] = language === 'en' ? ['', 'README.md'] : ['zh/', 'README.zh-CN.md']
    const text = readFileSync(join(root, 'packages/n8n-node', readme), 'utf8')
    const section = /^## ((?:Output fields|输出字段).*?)(?=^## )/ms.exec(text)?.[1]
    if (!section) throw new Error(`${readme} of the node has no section about its output fields.`)
    write(`${prefix}reference/n8n-output-fields.md`, `# ${section}`)
  }
}

/** The workflows to import, as files. */
function writeWorkflows(): void {
  const isWorkflow = (path: string) => !path.endsWith('.md')
  const folder = join(site, 'public/workflows')
  cpSync(join(root, 'examples/workflows'), folder, { recursive: true, filter: isWorkflow })
}

/** The renderer with the document beside it: one folder of files, which needs no network. */
function writeEndpoints(): void {
  const renderer = createRequire(import.meta.url).resolve('@scalar/api-reference')
  const bundle = join(dirname(renderer), 'browser/standalone.js')
  const folder = join(site, 'public/endpoints')
  mkdirSync(folder, { recursive: true })
  copyFileSync(bundle, join(folder, 'scalar.js'))
  const licenses = join(root, 'packages/mock-server/src/page/scalar.LICENSES.txt')
  copyFileSync(licenses, join(folder, 'scalar.LICENSES.txt'))
  copyFileSync(specPath, join(site, 'public/openapi.yaml'))
  for (const language of ['en', 'zh'] as const) {
    const document = JSON.stringify(localizeDocument(spec, language))
    write(`public/endpoints/${language}.html`, referencePage(document, language))
    write(`${language === 'en' ? '' : 'zh/'}reference/endpoints.md`, endpointsPage(language))
  }
}

const endpointTexts = {
  en: {
    title: 'Endpoints',
    intro: `What these packages know of WeCom's API. WeCom's own pages are in Chinese; the reference has every field,
limit and coded value of them in English, an example for each, and what is known where the pages contradict themselves.`,
    link: 'Open the reference of all fields',
    client: 'In the client: ',
    page: "WeCom's page, in Chinese",
  },
  zh: {
    title: '接口',
    intro: `本项目支持的企业微信接口。接口参考列出了每个字段、限制和枚举值，附有示例，并注明官方文档自相矛盾之处的已知情况。`,
    link: '打开全部字段的参考',
    client: '客户端方法：',
    page: '官方文档',
  },
}

/** The page that leads to a language's reference. */
function endpointsPage(language: 'en' | 'zh'): string {
  const { title, intro, link, client, page } = endpointTexts[language]
  const endpoints = operationsOf(spec).map((operation) => {
    const summary = language === 'en' ? operation.summary : operation.summaryZh
    const method = operation.clientMethod ? `\n- ${client}\`wecom.${operation.clientMethod}\`` : ''
    return `## ${summary}\n\n- \`${operation.method} ${operation.path}\`${method}\n- [${page}](${operation.page})`
  })
  // VitePress takes every link to a page for one of its own; this one is a file.
  const anchor = `<a :href="withBase('/endpoints/${language}.html')" target="_blank">${link}</a>`
  const script = "<script setup>\nimport { withBase } from 'vitepress'\n</script>"
  return `# ${title}\n\n${script}\n\n${intro}\n\n**${anchor}**\n\n${endpoints.join('\n\n')}\n`
}

function referencePage(document: string, language: 'en' | 'zh'): string {
  const { title } = endpointTexts[language]
  const configuration = {
    withDefaultFonts: false,
    telemetry: false,
    agent: { disabled: true },
    mcp: { disabled: true },
    showDeveloperTools: 'never',
    hideClientButton: true,
    hideTestRequestButton: true,
    defaultOpenAllTags: true,
    localization: { locale: language },
  }
  // A text of the document must not end the script.
  const data = document.replaceAll('<', '\\u003c')
  return `<!doctype html>
<html lang="${language === 'en' ? 'en' : 'zh-CN'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · wecom-meeting</title>
</head>
<body>
<div id="reference"></div>
<script src="scalar.js"></script>
<script>
Scalar.createApiReference('#reference', { ...${JSON.stringify(configuration)}, content: ${data} })
</script>
</body>
</html>
`
}

async function writeClientApi(): Promise<void> {
  const out = join(site, 'reference/client')
  const chinese = join(site, 'zh/reference/client')
  for (const folder of [out, chinese]) rmSync(folder, { recursive: true, force: true })
  const client = join(root, 'packages/client')
  const furtherEntries = ['host', 'redis', 'testing', 'zh-CN']
  const options: TypeDocOptions & Record<string, unknown> = {
    entryPoints: ['index', ...furtherEntries].map((name) => join(client, `src/${name}.ts`)),
    tsconfig: join(client, 'tsconfig.json'),
    plugin: ['typedoc-plugin-markdown'],
    out,
    readme: 'none',
    name: '@wecom-meeting/client',
    excludePrivate: true,
    excludeInternal: true,
    disableSources: true,
    githubPages: false,
    hidePageHeader: true,
    entryFileName: 'index.md',
    entryModule: 'index',
    groupOrder: ['Functions', '*'],
    hideBreadcrumbs: true,
    useCodeBlocks: true,
    // What openapi-typescript writes at constants.
    blockTags: [...OptionDefaults.blockTags, '@constant'],
    parametersFormat: 'table',
    validation: { notExported: false, invalidLink: true, notDocumented: false },
    treatValidationWarningsAsErrors: true,
  }
  const app = await Application.bootstrapWithPlugins(options as TypeDocOptions)
  const project = await app.convert()
  if (!project) throw new Error("The client's doc comments could not be read; see above.")
  app.validate(project)
  await app.generateOutputs(project)
  if (app.logger.hasErrors() || app.logger.hasWarnings()) {
    throw new Error("The client's doc comments have faults; see above.")
  }
  // The page of the first entry does not name the others.
  const links = furtherEntries.map(
    (name) => `- [@wecom-meeting/client/${name}](${name}/index.md)\n`,
  )
  appendFileSync(join(out, 'index.md'), `\n## Further entry points\n\n${links.join('')}`)
  // In English there too: the menu of languages leads from each page to its twin.
  cpSync(out, chinese, { recursive: true })
}

writeErrcodes()
writeEndpoints()
writeOutputFields()
writeWorkflows()
await writeClientApi()
