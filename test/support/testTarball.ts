import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const repository = 'https://github.com/wecom-meeting/wecom-meeting'

/** What a package's tarball holds of others. */
export interface Contents {
  /** The package's folder in the repository. */
  path: string
  /** All packages that are installed beside it, in the order of the alphabet. */
  beside: string[]
  /** Some packages that are bundled into it. */
  bundled: string[]
  /** The packages that its declarations import. */
  types?: string[]
}

interface Bom {
  components: { name: string }[]
}

/** Declares the tests that every published package has to pass; `unpacked` is known once they run. */
export function testTarball(
  { path, beside, bundled, types = [] }: Contents,
  unpacked: () => string,
): void {
  const file = (name: string) => readFileSync(join(unpacked(), name), 'utf8')
  const names = (name: string) =>
    (JSON.parse(file(name)) as Bom).components.map((component) => component.name)

  describe(`the tarball of ${path}`, () => {
    test('has both READMEs, the licence, and source maps with the sources in them', () => {
      const files = readdirSync(unpacked(), { recursive: true, encoding: 'utf8' })
      expect(files).toEqual(expect.arrayContaining(['README.md', 'README.zh-CN.md', 'LICENSE']))
      const maps = files.filter((name) => name.endsWith('.js.map'))
      expect(maps.length).toBeGreaterThan(0)
      for (const name of maps) {
        const { sources, sourcesContent } = JSON.parse(file(name))
        expect(sourcesContent).toHaveLength(sources.length)
      }
    })

    test('takes the change log along', () => {
      expect(JSON.parse(file('package.json')).files).toContain('CHANGELOG.md')
    })

    test('says where it comes from, and is published with provenance', () => {
      const { description, keywords, ...manifest } = JSON.parse(file('package.json'))
      expect(manifest).toMatchObject({
        license: 'MIT',
        homepage: `${repository}/tree/main/${path}#readme`,
        bugs: `${repository}/issues`,
        repository: { type: 'git', url: `git+${repository}.git`, directory: path },
        author: { name: 'wecom-meeting contributors' },
        publishConfig: { access: 'public', provenance: true },
      })
      expect(manifest.funding).toBeUndefined()
      expect(description).toContain('WeCom (企业微信)')
      expect(keywords).toEqual(expect.arrayContaining(['wecom', '企业微信', 'meeting', 'webinar']))
    })

    test('names what is installed beside it, and what is bundled with its licences', () => {
      if (beside.length > 0) expect(names('dist/sbom.cdx.json').sort()).toEqual(beside)
      if (bundled.length === 0) return
      expect(names('dist/sbom-bundled.cdx.json')).toEqual(expect.arrayContaining(bundled))
      const licenses = file('dist/THIRD-PARTY-LICENSES.txt')
      for (const name of bundled) expect(licenses).toMatch(new RegExp(`Name: (@\\S+/)?${name}\\n`))
    })

    test('has declarations that import only what is installed beside it', () => {
      const files = readdirSync(unpacked(), { recursive: true, encoding: 'utf8' })
      const declarations = files.filter((name) => name.endsWith('.d.ts')).map(file)
      const imports = declarations
        .join('\n')
        .matchAll(/^(?:im|ex)port .*?["']([^"'.][^"']*)["'];$/gm)
      expect([...new Set([...imports].map(([, name]) => name))]).toEqual(types)
    })

    test.each(['README.md', 'README.zh-CN.md'])('%s has only links that work anywhere', (name) => {
      const links = [...file(name).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link)
      expect(links.length).toBeGreaterThan(3)
      expect(links.filter((link) => !/^(https:|#)/.test(link))).toEqual([])
      const own = links.filter((link) => link.startsWith(`${repository}/`))
      const missing = own.filter((link) => {
        const [, inRepository = ''] = /\/(?:blob|tree|raw)\/main\/([^#?]+)/.exec(link) ?? []
        return !inRepository || !existsSync(join(root, inRepository))
      })
      expect(missing).toEqual([])
    })
  })
}
