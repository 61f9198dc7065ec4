/** Rehearses a release: `pnpm release:dry`. */
import { type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { LoopbackRegistry, manifestOf } from './LoopbackRegistry.ts'

const help = `Rehearses a release of what is committed, without touching the work tree or npm:
changesets' version step on a copy, change logs, build, tarballs, publishing to a registry on
127.0.0.1, and installing from there with npm, pnpm and yarn into empty folders, where the first
example of each README is run with Node 22, 24 and 26, against the mock.

Usage: pnpm release:dry [options]
  --n8n    also lets a real n8n install the node from there (installs n8n first, 2 GB, once)
  --keep   keeps the copy, the tarballs and the folders, and says where they are
  --help   shows this`

const root = join(import.meta.dirname, '..')
const { values } = parseArgs({
  options: { n8n: { type: 'boolean' }, keep: { type: 'boolean' }, help: { type: 'boolean' } },
})

if (values.help) console.log(help)
else {
  await rehearse().catch((error: Error) => {
    console.error(`\n${error.message}`)
    process.exitCode = 1
  })
}

async function rehearse(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'wecom-release-'))
  const upstream = (await run('npm', ['config', 'get', 'registry'], {}, 'quiet')).trim()
  const registry = await LoopbackRegistry.start({ upstream })
  try {
    const copy = await prepareCopy(join(folder, 'copy'))
    const tarballs = await pack(copy, join(folder, 'packed'))
    await publish(copy, join(folder, 'packed'), registry)
    for (const manager of ['npm', 'pnpm', 'yarn'] as const) {
      await tryPackages(manager, join(folder, manager), registry)
    }
    await audit(join(folder, 'npm'), upstream)
    if (values.n8n) await installInN8n(tarballs)
    report('The release is ready.')
  } finally {
    registry.stop()
    if (values.keep) report(`Kept in ${folder}`)
    else rmSync(folder, { recursive: true, force: true })
  }
}

/** Clones what is committed and lets changesets write versions and change logs there. */
async function prepareCopy(copy: string): Promise<string> {
  report('Copying what is committed')
  await run('git', ['clone', '--quiet', '--no-hardlinks', root, copy], {})
  await run('pnpm', ['install', '--frozen-lockfile', '--prefer-offline', '--silent'], { cwd: copy })
  await run('pnpm', ['changeset', 'version'], { cwd: copy })
  for (const path of ['spec', 'packages/client', 'packages/mock-server', 'packages/n8n-node']) {
    console.log(`\n${path}/CHANGELOG.md\n${readFileSync(join(copy, path, 'CHANGELOG.md'), 'utf8')}`)
  }
  return copy
}

async function pack(copy: string, packed: string): Promise<string[]> {
  report('Building and packing')
  await run('pnpm', ['build', '--output-logs=errors-only'], { cwd: copy })
  await run('pnpm', ['changeset', 'pack', '--out-dir', packed], { cwd: copy })
  const names = readdirSync(packed, { recursive: true, encoding: 'utf8' })
  const tarballs = names.filter((name) => name.endsWith('.tgz')).map((name) => join(packed, name))
  if (tarballs.length !== 4) throw new Error(`Expected 4 tarballs, packed ${tarballs.length}.`)
  return tarballs
}

async function publish(copy: string, packed: string, registry: LoopbackRegistry): Promise<void> {
  report(`Publishing to ${registry.url}`)
  // A file of its own in place of the user's, so that no login for npm itself is at hand.
  const userconfig = join(packed, 'npmrc')
  const login = `//${new URL(registry.url).host}/:_authToken=rehearsal`
  writeFileSync(userconfig, `registry=${registry.url}\n${login}\n`)
  writeFileSync(join(copy, '.npmrc'), `registry=${registry.url}\n`)
  const env = {
    npm_config_userconfig: userconfig,
    pnpm_config_userconfig: userconfig,
    // npm signs where a package comes from only within a workflow.
    npm_config_provenance: 'false',
    pnpm_config_provenance: 'false',
    ...registryOf(registry),
  }
  const target = (
    await run('pnpm', ['config', 'get', 'registry'], { cwd: copy, env }, 'quiet')
  ).trim()
  if (target.replace(/\/$/, '') !== registry.url) {
    throw new Error(
      `pnpm would publish to ${target} in place of ${registry.url}; nothing was sent.`,
    )
  }
  await run('pnpm', ['changeset', 'publish', '--from-pack-dir', packed, '--no-git-tag'], {
    cwd: copy,
    env,
  })
}

/** What leads each package manager to the registry, and lets it take a version that is new. */
function registryOf({ url }: LoopbackRegistry): Record<string, string> {
  return {
    npm_config_registry: url,
    pnpm_config_registry: url,
    pnpm_config_minimum_release_age: '0',
    YARN_NPM_REGISTRY_SERVER: url,
    YARN_UNSAFE_HTTP_WHITELIST: '127.0.0.1',
    YARN_NPM_MINIMAL_AGE_GATE: '0',
    YARN_NODE_LINKER: 'node-modules',
    YARN_ENABLE_IMMUTABLE_INSTALLS: 'false',
    YARN_ENABLE_TELEMETRY: '0',
  }
}

type PackageManager = 'npm' | 'pnpm' | 'yarn'

async function tryPackages(
  manager: PackageManager,
  folder: string,
  registry: LoopbackRegistry,
): Promise<void> {
  report(`Installing with ${manager}`)
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{ "type": "module", "private": true }\n')
  // For yarn, which looks for a workspace above otherwise.
  writeFileSync(join(folder, 'yarn.lock'), '')
  const packages = ['client', 'mock-server', 'spec'].map((name) => `@wecom-meeting/${name}`)
  const yarn = join(root, 'node_modules/.bin/yarn')
  const [command, verb] = { npm: ['npm', 'install'], pnpm: ['pnpm', 'add'], yarn: [yarn, 'add'] }[
    manager
  ]
  await run(String(command), [String(verb), ...packages], {
    cwd: folder,
    env: registryOf(registry),
  })
  for (const name of packages) {
    const { version } = JSON.parse(
      readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8'),
    )
    console.log(`${name} ${version}`)
  }
  await runExamples(folder)
}

/** Runs the first example of each README, taken from what was installed. */
async function runExamples(folder: string): Promise<void> {
  for (const name of ['client', 'mock-server', 'spec']) {
    const readme = readFileSync(
      join(folder, `node_modules/@wecom-meeting/${name}/README.md`),
      'utf8',
    )
    const [, example] = /```ts\n(.*?)```/s.exec(readme) ?? []
    if (!example) throw new Error(`The README of ${name} has no example.`)
    writeFileSync(join(folder, `${name}.ts`), example)
  }
  cpSync(join(import.meta.dirname, 'sendToMock.mjs'), join(folder, 'sendToMock.mjs'))
  const mock = spawn(
    nodeOf(24),
    ['node_modules/@wecom-meeting/mock-server/dist/cli/main.js', '--port', '0'],
    {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  try {
    const url = await findUrl(mock.stdout)
    const meeting = { method: 'POST', body: '{"meeting_code":"123456789","title":"周会"}' }
    await fetch(`${url}/__mock/addMeeting`, meeting)
    const { corpId, corpSecret } = (await (await fetch(`${url}/__mock/server`)).json()) as Corp
    const env = { MOCK_URL: url, WECOM_CORP_ID: corpId, WECOM_CORP_SECRET: corpSecret }
    for (const version of [22, 24, 26]) {
      for (const name of ['client', 'mock-server', 'spec']) {
        // The mock asks for a newer Node than the client.
        if (name === 'mock-server' && version === 22) continue
        const printed = await run(
          nodeOf(version),
          ['--disable-warning=ExperimentalWarning', '--import', './sendToMock.mjs', `${name}.ts`],
          { cwd: folder, env },
          'quiet',
        )
        console.log(`Node ${version}, ${name}: ${printed.trim().replaceAll('\n', ' | ')}`)
      }
    }
  } finally {
    mock.kill()
    await once(mock, 'exit')
  }
}

interface Corp {
  corpId: string
  corpSecret: string
}

async function findUrl(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(output)) {
    const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? []
    if (url) return url
  }
  throw new Error('The installed mock ended before it said where it listens.')
}

function nodeOf(version: number): string {
  return join(root, `packages/runtime-tests/node_modules/node-${version}/bin/node`)
}

/** Fails on a known vulnerability in what npm has installed; some registries cannot be asked. */
async function audit(folder: string, registry: string): Promise<void> {
  report('npm audit --omit=dev')
  const args = ['audit', '--omit=dev', '--json', `--registry=${registry}`]
  const printed = await run('npm', args, { cwd: folder, anyStatus: true }, 'quiet')
  const { metadata, message } = JSON.parse(printed) as Audit
  if (!metadata) console.log(`Not checked: ${message}`)
  else if (metadata.vulnerabilities.total > 0)
    throw new Error(`npm knows vulnerabilities:\n${printed}`)
  else console.log('No known vulnerability.')
}

interface Audit {
  metadata?: { vulnerabilities: { total: number } }
  /** Why the registry did not say. */
  message?: string
}

async function installInN8n(tarballs: string[]): Promise<void> {
  report('Installing the node in n8n')
  const tarball = tarballs.find((path) => manifestOf(path).name === 'n8n-nodes-wecom-meeting')
  const config = 'packages/n8n-node/e2e/vitest.config.mts'
  await run('pnpm', ['vitest', 'run', '--config', config, 'install'], {
    env: { NODE_TARBALL: String(tarball) },
  })
}

function report(step: string): void {
  console.log(`\n── ${step}`)
}

interface CommandOptions {
  cwd?: string
  env?: Record<string, string>
  /** Whether a status other than 0 is no failure. */
  anyStatus?: boolean
}

/** Runs a command and gives what it prints, which is also shown unless `quiet`. */
async function run(
  command: string,
  args: string[],
  { cwd = root, env, anyStatus }: CommandOptions,
  output: 'shown' | 'quiet' = 'shown',
): Promise<string> {
  const options: SpawnOptions = {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', output === 'quiet' ? 'pipe' : 'inherit', 'inherit'],
  }
  const child = spawn(command, args, options)
  let printed = ''
  child.stdout?.on('data', (chunk) => {
    printed += chunk
  })
  const [status] = await once(child, 'close')
  if (status === 0 || anyStatus) return printed
  throw new Error(
    `${command} ${args.join(' ')} ended with status ${status}; see above.\n${printed}`,
  )
}
