/** Writes what of the site comes from the OpenAPI document and the code: `pnpm run docs` runs it first. */
import { copyFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { errorCatalogue, localizeDocument, readSpec } from '@wecom-meeting/spec'
import { Application, OptionDefaults, type TypeDocOptions } from 'typedoc'
import { errcodesPage } from './errcodesPage.ts'

const site = join(import.meta.dirname, '..')
const root = join(site, '..')
const spec = readSpec()

writeErrcodes()
writeEndpoints()
await writeClientApi()

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

/** The renderer with the document beside it: one folder of files, which needs no network. */
function writeEndpoints(): void {
  const renderer = createRequire(import.meta.url).resolve('@scalar/api-reference')
  const bundle = join(dirname(renderer), 'browser/standalone.js')
  const folder = join(site, 'public/endpoints')
  mkdirSync(folder, { recursive: true })
  copyFileSync(bundle, join(folder, 'scalar.js'))
  const licenses = join(root, 'packages/mock-server/src/page/scalar.LICENSES.txt')
  copyFileSync(licenses, join(folder, 'scalar.LICENSES.txt'))
  for (const language of ['en', 'zh'] as const) {
    const document = JSON.stringify(localizeDocument(spec, language))
    write(`public/endpoints/${language}.html`, endpointsPage(document, language))
    const [title, text] =
      language === 'en' ? ['Endpoints', 'Open the reference'] : ['接口', '打开接口参考']
    const folder = language === 'en' ? 'reference' : 'zh/reference'
    // VitePress takes every link to a page for one of its own; this one is a file.
    const link = `<a :href="withBase('/endpoints/${language}.html')" target="_blank">${text}</a>`
    const script = "<script setup>\nimport { withBase } from 'vitepress'\n</script>"
    write(`${folder}/endpoints.md`, `# ${title}\n\n${script}\n\n${link}\n`)
  }
}

function endpointsPage(document: string, language: 'en' | 'zh'): string {
  const title = language === 'en' ? 'Endpoints' : '接口'
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
  const entries = ['index', 'host', 'redis', 'zh-CN'].map((name) => join(client, `src/${name}.ts`))
  const options: TypeDocOptions & Record<string, unknown> = {
    entryPoints: entries,
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
    useCodeBlocks: true,
    // What openapi-typescript writes at constants.
    blockTags: [...OptionDefaults.blockTags, '@constant'],
    parametersFormat: 'table',
    interfacePropertiesFormat: 'table',
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
  // In English there too: the menu of languages leads from each page to its twin.
  cpSync(out, chinese, { recursive: true })
}
