import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundle } from './bundle.ts'
import { commands } from './commands.ts'
import { type ProxiedWeCom, startProxiedWeCom } from './startProxiedWeCom.ts'

let folder: string
let program: string
let ca: string
let wecom: ProxiedWeCom

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wecom-meeting-network-'))
  program = await bundle('oneCall.ts', join(folder, 'oneCall.mjs'))
  wecom = await startProxiedWeCom()
  ca = join(folder, 'ca.pem')
  await writeFile(ca, wecom.ca)
})
afterAll(async () => {
  await wecom.close()
  await rm(folder, { recursive: true })
})

const CERTIFICATE =
  /getToken got no response from https:\/\/localhost:\d+ \(.*cert.*\); name your CA in/i
const LOGIN = /getToken got no response from the proxy \(.*\); put user name and password into/

describe.each(commands)('%s', (runtime, _, [command = '', ...flags]) => {
  const isNode = runtime.startsWith('Node')

  /** What a call prints in a process with that environment. */
  async function printed(
    baseUrl: string,
    env: Record<string, string> = {},
    moreFlags: string[] = [],
  ): Promise<string> {
    const { PATH = '', HOME = '' } = process.env
    const args = [...flags, ...moreFlags, program, baseUrl]
    const { stdout } = await promisify(execFile)(command, args, {
      cwd: folder,
      env: { PATH, HOME, ...env },
    })
    return stdout.trim()
  }

  /** What the READMEs say of a CA of one's own. */
  const trusting = () => (runtime === 'Deno' ? { DENO_CERT: ca } : { NODE_EXTRA_CA_CERTS: ca })
  /** What the READMEs say of a proxy. */
  const through = (proxy: string) => ({
    HTTPS_PROXY: proxy,
    ...(isNode && { NODE_USE_ENV_PROXY: '1' }),
    ...trusting(),
  })

  test('names a certificate that it does not trust', async () => {
    expect(await printed(wecom.directUrl)).toMatch(CERTIFICATE)
  })

  test('trusts a CA that it is told of', async () => {
    expect(await printed(wecom.directUrl, trusting())).toBe('weekly')
  })

  // The option is Node's own.
  if (isNode) {
    test('trusts the system’s CAs with --use-system-ca', async () => {
      const env = { SSL_CERT_FILE: ca }
      expect(await printed(wecom.directUrl, env)).toMatch(CERTIFICATE)
      expect(await printed(wecom.directUrl, env, ['--use-system-ca'])).toBe('weekly')
    })
  }

  test('goes through the proxy of its environment', async () => {
    wecom.connects.length = 0
    expect(await printed(wecom.proxiedUrl, through(wecom.proxy))).toBe('weekly')
    expect(new Set(wecom.connects)).toEqual(new Set(['wecom.example.test:443']))
  })

  test('names a proxy that asks for a login', async () => {
    expect(await printed(wecom.proxiedUrl, through(wecom.strictProxy))).toMatch(LOGIN)
  })

  test('names a proxy that is down', async () => {
    const said = await printed(wecom.proxiedUrl, through('http://127.0.0.1:1'))
    // Bun and Deno do not say what they could not connect to.
    const where = isNode ? 'the proxy \\(connect ECONNREFUSED 127.0.0.1:1\\)' : '.*refused.*'
    expect(said).toMatch(
      new RegExp(`^ConnectionError: getToken got no response from ${where}`, 'i'),
    )
    expect(said).toContain('proxy')
  })
})
