import { readFileSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { defineConfig, type Rolldown } from 'tsdown'
import { bundledPackages, listBundledPackages } from '../../release/bundledPackages.ts'
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

const { bundledIntoDist } = JSON.parse(
  readFileSync(new URL('package.json', import.meta.url), 'utf8'),
) as { bundledIntoDist: string[] }

// Prism goes into the bundle: 3 MB instead of 140 packages and 66 MB, and no later version of one of
// its own packages can slip in. See decisions/prism-bundled.md. These are dependencies in the workspace,
// so that the sources run without development tools; `.pnpmfile.mjs` takes them out of what is packed.
const server = defineConfig({
  entry: ['src/index.ts', 'src/cli/main.ts'],
  platform: 'node',
  fixedExtension: false,
  publint: true,
  attw: { profile: 'esm-only', level: 'error' },
  // rolldown bundles the page in the workspace only.
  deps: {
    // The published spec has no types of its operations.
    alwaysBundle: [...bundledIntoDist, '@wecom-meeting/spec/types'].map(
      (name) => new RegExp(`^${name}(/|$)`),
    ),
    neverBundle: ['rolldown'],
  },
  sourcemap: true,
  plugins: [unusedReaders, uriTemplateWithoutThis, bundledPackages],
  // The UMD build, which `main` names, requires by computed names and cannot be bundled.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
})

/** The bill of materials of Scalar's bundle, from the names and versions before each licence text. */
function toBom(licenses: string): object {
  const parts = licenses.split(/\n-{80}\n\n/).slice(1)
  const packages = parts.flatMap((part) =>
    part.split('\n\n', 1).flatMap((names) => names.split('\n')),
  )
  const components = packages.map((line) => {
    const [name = '', version = ''] = line.split(' ')
    return { type: 'library', name, version, purl: `pkg:npm/${encodeURI(name)}@${version}` }
  })
  return { bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, components }
}

/** The page's other files beside its script, as `src/page/servePage.ts` looks for them. */
function copyPage(outDir: string): void {
  const page = (name: string) => readFileSync(new URL(`src/page/${name}`, import.meta.url))
  for (const name of ['index.html', 'style.css']) {
    writeFileSync(`${outDir}/client/${name}`, page(`client/${name}`))
  }
  const licenses = page('scalar.LICENSES.txt')
  writeFileSync(`${outDir}/client/scalar.LICENSES.txt`, licenses)
  writeFileSync(`${outDir}/client/scalar-sbom.cdx.json`, JSON.stringify(toBom(`${licenses}`)))
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
  // A browser finds no package by its name.
  deps: { alwaysBundle: [/./] },
  plugins: [listBundledPackages('dist/client/main.LICENSES.txt')],
  hooks: { 'build:done': ({ options }) => copyPage(options.outDir) },
})

export default [server, page]
