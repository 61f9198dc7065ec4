import { readFileSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import license from 'rollup-plugin-license'
import { defineConfig, type Rolldown } from 'tsdown'
import { scalarBundleUrl } from './src/page/workspace.ts'

/** Prism reads Postman collections and Swagger 2 as well; this project has neither. */
const unusedReaders: Rolldown.Plugin = {
  name: 'unused-readers',
  resolveId(id) {
    return /^@stoplight\/http-spec\/(postman|oas2)\/operation$/.test(id) ? `\0${id}` : null
  },
  load(id) {
    return id.startsWith('\0@stoplight/http-spec/') ? 'export {}' : null
  },
}

/** Its last line hangs the library on `this`, which is undefined in a bundle. */
const uriTemplateWithoutThis: Rolldown.Plugin = {
  name: 'uri-template-without-this',
  transform(code, id) {
    return id.includes('/uri-template-lite/') ? code.replaceAll('this.URI', 'exports.URI') : null
  },
}

// Its types put the plugin under `default`, Node does not.
const licensePlugin = license as unknown as typeof license.default

// Prism goes into the bundle: 3 MB instead of 140 packages and 66 MB, and no later version of one of
// its own packages can slip in. See decisions/prism-bundled.md.
const server = defineConfig({
  entry: ['src/index.ts', 'src/cli/main.ts'],
  platform: 'node',
  fixedExtension: false,
  publint: true,
  attw: { profile: 'esm-only', level: 'error' },
  plugins: [
    unusedReaders,
    uriTemplateWithoutThis,
    licensePlugin({ thirdParty: { output: 'dist/THIRD-PARTY-LICENSES.txt' } }),
  ],
  // It bundles the page in the workspace only.
  external: ['rolldown'],
  // The UMD build, which `main` names, requires by computed names and cannot be bundled.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
})

/** The page's other files beside its script, as `src/page/servePage.ts` looks for them. */
function copyPage(outDir: string): void {
  const page = (name: string) => readFileSync(new URL(`src/page/${name}`, import.meta.url))
  for (const name of ['index.html', 'style.css']) {
    writeFileSync(`${outDir}/client/${name}`, page(`client/${name}`))
  }
  writeFileSync(`${outDir}/client/scalar.LICENSE.txt`, page('scalar.LICENSE.txt'))
  const scalar = gzipSync(readFileSync(scalarBundleUrl), { level: 9 })
  writeFileSync(`${outDir}/client/scalar.js.gz`, scalar)
}

const page = defineConfig({
  entry: { 'client/main': 'src/page/client/main.ts' },
  platform: 'browser',
  fixedExtension: false,
  clean: false,
  dts: false,
  minify: true,
  plugins: [licensePlugin({ thirdParty: { output: 'dist/client/main.LICENSES.txt' } })],
  hooks: { 'build:done': ({ options }) => copyPage(options.outDir) },
})

export default [server, page]
