import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
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
    [['--prot', '1'], "error: unknown option '--prot'"],
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
    expect(stderr.split('\n')[0]).toBe(line)
    expect(stderr).toContain('Usage: wecom-meeting-mock')
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
  ])('%o', async (args, line) => {
    const { status, stderr } = await start('--port', '0', ...args).ended
    expect(status).toBe(2)
    expect(stderr).toContain(`wecom-meeting-mock: ${line}`)
    expect(stderr.split('\n')).toHaveLength(2)
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
      stderr: 'wecom-meeting-mock: --port is 70000; expected an integer from 0 to 65535\n',
    })
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
      ...['--port', '0', '--scenario', 'not-permitted', '--latency', '1-2', '--rate-limit', '100'],
      ...['--fault', '{"errcode":-1,"times":1}', '--fault', '{"latency":1}'],
      ...['--allowed-host', 'a.test', '--allowed-host', 'b.test'],
    )
    const url = /Mock WeCom on (\S+)/.exec(await firstOutput(child))?.[1]
    const faults = await (await fetch(`${url}/__mock/faults`)).json()
    expect(faults).toMatchObject([
      { errcode: -1, times: 1 },
      { latency: 1 },
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
