import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { describe, expect, test, vi } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { startMockServer } from '../index.ts'
import { paths } from '../testing/callMock.ts'
import { startCommand as start } from '../testing/startCommand.ts'

function firstOutput(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => child.stdout?.once('data', (chunk) => resolve(String(chunk))))
}

test('--help lists the options and the operations', async () => {
  const { status, stdout } = await start('--help').ended
  expect(status).toBe(0)
  for (const name of ['--port', '--host', '--seed', '--enrollments', '--fixtures', '--token-ttl']) {
    expect(stdout).toContain(name)
  }
  expect(stdout).toContain(`Operations, as a fault names them: ${Object.keys(paths).join(', ')}\n`)
})

test('--version prints the version', async () => {
  expect(await start('--version').ended).toMatchObject({
    status: 0,
    stdout: `${packageJson.version}\n`,
  })
})

describe('a wrong command line gets one clear line, and status 2', () => {
  test.each([
    [['--prot', '1'], "error: unknown option '--prot' (Did you mean --port?)"],
    [
      ['--port', 'x'],
      "error: option '-p, --port <number>' argument 'x' is invalid. Expected an integer.",
    ],
    [['--token-ttl'], "error: option '--token-ttl <seconds>' argument missing"],
    [
      ['--latency', 'slow'],
      "error: option '--latency <ms>' argument 'slow' is invalid. Expected milliseconds, such as 200 or 100-500.",
    ],
    [
      ['--fault', '{'],
      'error: option \'--fault <json>\' argument \'{\' is invalid. Expected JSON, such as {"errcode":45009,"times":2}.',
    ],
    [['serve'], 'error: too many arguments. Expected 0 arguments but got 1: serve.'],
  ])('%o', async (args, line) => {
    const { status, stderr } = await start(...args).ended
    expect(status).toBe(2)
    expect(stderr).toBe(`${line}\nwecom-meeting-mock --help lists the options.\n`)
  })

  test.each([
    [
      ['--latency', '5-1'],
      '--latency is [5,1]; expected milliseconds from 0 to 600000, or two such',
    ],
    [['--fault', '{"html":200}'], "fault's html is 200; expected an HTTP status from 400 to 599"],
    [
      ['--fault', '{"operation":"get","errcode":1}'],
      'fault\'s operation is "get"; expected one of getT',
    ],
    [
      ['--enrollment-off-errcode', '0'],
      '--enrollment-off-errcode is 0; expected an integer that is',
    ],
    [
      ['--allowed-host', 'a.test', '--allowed-host', 'b.test:4010'],
      '--allowed-host is "b.test:4010"; expected a host name without scheme and port',
    ],
    [['--watch'], '--watch is on without a file to watch; give --spec or --fixtures, too'],
  ])('%o', async (args, line) => {
    const { status, stderr } = await start('--port', '0', ...args).ended
    expect(status).toBe(2)
    expect(stderr).toContain(`wecom-meeting-mock: ${line}`)
    expect(stderr.split('\n').slice(1)).toEqual([
      'wecom-meeting-mock --help lists the options.',
      '',
    ])
  })

  test('a scenario that there is not names those there are', async () => {
    const { status, stderr } = await start('--scenario', 'nothing').ended
    expect(status).toBe(2)
    expect(stderr).toContain('Allowed choices are busy, token-dies,')
  })

  test('a number out of range', async () => {
    expect(await start('--port', '70000').ended).toEqual({
      status: 2,
      stdout: '',
      stderr: `wecom-meeting-mock: --port is 70000; expected an integer from 0 to 65535
wecom-meeting-mock --help lists the options.\n`,
    })
  })

  test.each([
    [
      ['--upstream', 'https://a.test', '--recrod', 'a'],
      "error: unknown option '--recrod' (Did you mean --record?)",
    ],
    [[], "error: required option '--upstream <url>' not specified"],
    [
      ['--upstream', 'https://a.test', '--port', '70000'],
      'wecom-meeting-mock: --port is 70000; expected an integer from 0 to 65535',
    ],
  ])('proxy %o', async (args, line) => {
    const { status, stderr } = await start('proxy', ...args).ended
    expect(status).toBe(2)
    expect(stderr).toBe(`${line}\nwecom-meeting-mock proxy --help lists the options.\n`)
  })
})

test('a port that is taken gets one clear line and no stack', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as AddressInfo
  expect(await start('--port', String(port)).ended).toEqual({
    status: 1,
    stdout: '',
    stderr: `wecom-meeting-mock: port ${port} is in use on 127.0.0.1; choose another port, or 0 for any free one\n`,
  })
  other.close()
})

test.each([
  ['--fixtures', 'nothing.yaml'],
  ['--spec', 'nothing.yaml'],
])('%s %s that is not there gets one clear line', async (flag, path) => {
  expect(await start('--port', '0', flag, path).ended).toMatchObject({
    status: 1,
    stderr: `wecom-meeting-mock: ${path}: no such file\n`,
  })
})

test('an older Node gets one clear line', () => {
  const node = fileURLToPath(new URL('bin/node', import.meta.resolve('node-22/package.json')))
  const main = fileURLToPath(new URL('main.ts', import.meta.url))
  const { status, stderr } = spawnSync(node, ['--no-warnings', main], { encoding: 'utf8' })
  const needed = packageJson.engines.node.replace('>=', '')
  expect(stderr).toMatch(
    new RegExp(`^wecom-meeting-mock: needs Node ${needed} or newer; this is 22\\.\\d+\\.\\d+\n$`),
  )
  expect(status).toBe(1)
})

describe('options come from the environment, too', () => {
  const startIn = (env: Record<string, string>, ...args: string[]) => {
    for (const [name, value] of Object.entries(env)) vi.stubEnv(`WECOM_MEETING_MOCK_${name}`, value)
    const started = start(...args)
    vi.unstubAllEnvs()
    return started
  }

  test('of every kind; the command line wins', async () => {
    const { process: child, ended } = startIn(
      {
        PORT: '70000',
        TOKEN_TTL: '60',
        LATENCY: '1-2',
        ALLOWED_HOST: 'a.test,b.test',
        FAULT: '[{"errcode":-1,"times":1},{"latency":1}]',
        SCENARIO: 'busy',
        CORP_ID: 'wwfromenv',
        // As a compose file leaves them that sets none.
        WATCH: 'false',
        HTTPS: '',
        SEED: '',
      },
      '--port',
      '0',
    )
    const url = /Mock WeCom on (\S+)/.exec(await firstOutput(child))?.[1]
    const ask = async (name: string, headers = {}) =>
      (await fetch(`${url}/__mock/${name}`, { headers })).json()
    expect(await ask('faults')).toMatchObject([
      { latency: 1 },
      { errcode: -1 },
      { scenario: 'busy' },
    ])
    expect(await ask('server')).toMatchObject({ corpId: 'wwfromenv' })
    child.kill()
    expect(await ended).toMatchObject({ status: 0, stderr: '' })
  })

  test('a wrong one is refused by its name', async () => {
    expect(await startIn({ PORT: 'x' }).ended).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(
        "value 'x' from env 'WECOM_MEETING_MOCK_PORT' is invalid. Expected an integer.",
      ),
    })
  })

  test.each([[], ['proxy', '--upstream', 'http://127.0.0.1:9']])(
    'a misspelled one is refused with the nearest name %j',
    async (...args: string[]) => {
      expect(await startIn({ TOKEN_TLT: '60' }, ...args, '--port', '0').ended).toMatchObject({
        status: 2,
        stderr: expect.stringContaining(
          'no option is called WECOM_MEETING_MOCK_TOKEN_TLT; did you mean WECOM_MEETING_MOCK_TOKEN_TTL?\n',
        ),
      })
    },
  )

  test('proxy', async () => {
    await using upstream = await startMockServer()
    const { process: child, ended } = startIn({ UPSTREAM: upstream.url, PORT: '0' }, 'proxy')
    expect(await firstOutput(child)).toContain(`to ${upstream.url} (`)
    child.kill()
    await ended
  })
})

describe('serving', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'prints lines to paste, and ends on %s',
    async (signal) => {
      const { process: child, ended } = start('--port', '0')
      const announced = await firstOutput(child)
      const pasted = /curl '(http[^']+gettoken[^']+)'/.exec(announced)?.[1]
      expect(await (await fetch(String(pasted))).json()).toMatchObject({ errcode: 0 })
      const [, control, body] = /curl (http\S+__mock\/scenario) -d '([^']+)'/.exec(announced) ?? []
      const steered = await fetch(String(control), { method: 'POST', body: String(body) })
      expect(await steered.json()).toEqual({})
      child.kill(signal)
      expect(await ended).toMatchObject({ status: 0, stderr: '' })
    },
  )

  test.each([
    ['0.0.0.0', 'http://127.0.0.1:'],
    ['::', 'http://[::1]:'],
  ])('on every address (%s) its lines name one that can be called', async (host, origin) => {
    const { process: child, ended } = start('--port', '0', '--host', host)
    const announced = await firstOutput(child)
    expect(announced).toContain('other machines can reach it')
    const pasted = /curl '(http[^']+gettoken[^']+)'/.exec(announced)?.[1]
    expect(pasted).toContain(origin)
    expect(await (await fetch(String(pasted))).json()).toMatchObject({ errcode: 0 })
    child.kill()
    await ended
  })

  test('starts with the scenario, faults and limits that it is given', async () => {
    const { process: child, ended } = start(
      '--port',
      '0',
      '--scenario',
      'not-permitted',
      '--latency',
      '1-2',
      '--rate-limit',
      '100',
      '--fault',
      '{"errcode":-1,"times":1}',
      '--fault',
      '{"latency":1}',
      '--allowed-host',
      'a.test',
      '--allowed-host',
      'b.test',
    )
    const url = /Mock WeCom on (\S+)/.exec(await firstOutput(child))?.[1]
    const faults = await (await fetch(`${url}/__mock/faults`)).json()
    expect(faults).toMatchObject([
      { latency: 1 },
      { errcode: -1, times: 1 },
      { errcode: 48002, scenario: 'not-permitted' },
    ])
    child.kill()
    await ended
  })

  test('every printed call returns data', async () => {
    const { process: child, ended } = start('--port', '0', '--seed', '3')
    const announced = await firstOutput(child)
    const isCall = (line: string) => /^ {2}(curl|TOKEN=)/.test(line) && !line.includes('/__mock/')
    const lines = announced.split('\n').filter(isCall)
    // A token, the same kept, and a call of everything else.
    const operations = Object.keys(paths)
    expect(lines).toHaveLength(operations.length + 1)
    const shell = spawn('sh', [
      '-c',
      lines.map((line) => `${line.replace('curl ', 'curl -s ')}; echo`).join('\n'),
    ])
    let output = ''
    shell.stdout.on('data', (chunk) => {
      output += chunk
    })
    await new Promise((resolve) => shell.on('close', resolve))
    child.kill()
    await ended
    const parsed = output
      .trim()
      .split(/\n+/)
      .map((line) => JSON.parse(line))
    expect(parsed.map(({ errcode = 0 }) => errcode)).toEqual(operations.map(() => 0))
    const { enroll_list } = parsed[operations.indexOf('listWebinarEnrollments')]
    expect(enroll_list).toHaveLength(20)
  })
})
