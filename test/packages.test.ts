import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { testTarball } from './support/testTarball.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

// The tarball of the n8n node, which packing builds anew, is examined by its own test.
const packages = [
  { path: 'spec', beside: ['yaml'], bundled: [] },
  {
    path: 'packages/client',
    beside: ['openapi-fetch', 'openapi-typescript-helpers'],
    bundled: [],
    types: ['openapi-fetch'],
  },
  {
    path: 'packages/mock-server',
    beside: ['commander', 'pure-rand', 'spec', 'yaml'],
    bundled: ['ajv', 'prism-http', 'lodash'],
  },
]

describe.each(packages)('$path', (contents) => {
  const folder = mkdtempSync(join(tmpdir(), 'wecom-tarball-'))

  beforeAll(() => {
    const cwd = join(root, contents.path)
    const tarball = join(folder, 'packed.tgz')
    execFileSync('pnpm', ['build'], { cwd, stdio: 'ignore' })
    execFileSync('pnpm', ['pack', '--out', tarball], { cwd, stdio: 'ignore' })
    execFileSync('tar', ['-xzf', tarball, '-C', folder])
  }, 120_000)

  afterAll(() => rmSync(folder, { recursive: true }))

  testTarball(contents, () => join(folder, 'package'))

  if (contents.path !== 'packages/mock-server') return
  test('names what the page is built from', () => {
    const components = ['sbom-bundled.cdx.json', 'scalar-sbom.cdx.json'].flatMap(
      (name) =>
        JSON.parse(readFileSync(join(folder, 'package/dist/client', name), 'utf8')).components,
    )
    const purls = components.map(({ purl }: { purl: string }) => purl)
    for (const name of ['lit-html', 'vue', 'highlight.js']) {
      expect(purls).toContainEqual(expect.stringContaining(`pkg:npm/${name}@`))
    }
  })
})

test('the image installs beside the mock what the lockfile has', () => {
  const [, command = ''] = /^RUN (node -p ".+") > beside.txt$/m.exec(
    read('packages/mock-server/Dockerfile'),
  ) as string[]
  const installed = execFileSync('sh', ['-c', command], { cwd: root, encoding: 'utf8' })
  // `pnpm install --frozen-lockfile` has installed those of the lockfile here.
  const locked = ['commander', 'pure-rand', 'yaml'].map((name) => {
    const { version } = JSON.parse(read(`packages/mock-server/node_modules/${name}/package.json`))
    return `${name}@${version}`
  })
  expect(installed.trim().split(' ').sort()).toEqual(locked)
})

test("the licences of the page's renderer are those of the version in use", () => {
  const renderer = 'packages/mock-server/node_modules/@scalar/api-reference'
  const { version } = JSON.parse(read(`${renderer}/package.json`))
  const licenses = read('packages/mock-server/src/page/scalar.LICENSES.txt')
  expect(licenses).toContain(`the browser bundle of @scalar/api-reference ${version},`)
  for (const name of ['vue', 'highlight.js'])
    expect(licenses).toMatch(new RegExp(`^${name} \\d`, 'm'))
})

describe('the GitHub workflows', () => {
  const folder = '.github/workflows'
  const workflows = readdirSync(join(root, folder)).map((name) => ({
    name,
    workflow: parse(read(`${folder}/${name}`)) as Workflow,
  }))

  interface Step {
    uses?: string
  }
  interface Workflow {
    permissions: object
    jobs: Record<
      string,
      { permissions?: object; uses?: string; container?: string; steps?: Step[] }
    >
  }

  test.each(workflows)('$name gives each job its own permissions and no other', ({ workflow }) => {
    expect(workflow.permissions).toEqual({})
    for (const job of Object.values(workflow.jobs)) expect(job.permissions).toBeDefined()
  })

  test.each(workflows)('$name names actions and images by their hash', ({ workflow }) => {
    const used = Object.values(workflow.jobs).flatMap(({ uses, container, steps = [] }) =>
      [uses, container, ...steps.map((step) => step.uses)].filter((name) => name !== undefined),
    )
    expect(used.length).toBeGreaterThan(0)
    for (const name of used) expect(name).toMatch(/^(\.\/|.+@([\da-f]{40}|sha256:[\da-f]{64})$)/)
  })

  test('the pnpm they install is that of the workspace', () => {
    const { packageManager } = JSON.parse(read('package.json'))
    expect(read('.github/actions/install/action.yml')).toContain(
      `npm install --global ${packageManager}`,
    )
  })

  test('no secret of long life is used', () => {
    for (const { name } of workflows) expect(read(`${folder}/${name}`)).not.toMatch(/secrets\./)
  })
})
