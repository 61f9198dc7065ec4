import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { startMockServer } from '../index.ts'
import { createProgram } from './createProgram.ts'

const lines = readFileSync(new URL('../../Dockerfile', import.meta.url), 'utf8').split('\n')
const valuesOf = (instruction: string) =>
  lines
    .filter((line) => line.startsWith(`${instruction} `))
    .map((line) => line.slice(instruction.length + 1))

test('the image starts the published command, on the port that it exposes', () => {
  const [node, main, ...args] = JSON.parse(String(valuesOf('ENTRYPOINT')[0]))
  expect(node).toBe('node')
  const { bin } = packageJson.publishConfig
  const published = bin['wecom-meeting-mock'].replace('./', '')
  expect(main).toBe(`node_modules/${packageJson.name}/${published}`)
  expect(args).toEqual([])
  expect(valuesOf('ENV')).toEqual(['WECOM_MEETING_MOCK_HOST=0.0.0.0'])
  const program = createProgram()
  expect(valuesOf('EXPOSE')).toEqual([String(program.getOptionValue('port'))])
})

test('the image has one Node, pinned by its digest, that the package asks for', () => {
  const [image, ...stages] = valuesOf('FROM')
  const [, version] =
    /^node:(\d+\.\d+\.\d+)-bookworm-slim@sha256:[\da-f]{64} AS base$/.exec(String(image)) ?? []
  expect(stages).toEqual(['base AS build', 'base'])
  const needed = packageJson.engines.node.replace('>=', '')
  expect(version?.localeCompare(needed, 'en', { numeric: true })).toBeGreaterThanOrEqual(0)
})

test.each([false, true])(
  'its health check reaches a mock that is there, and only that; https: %s',
  async (https) => {
    const command = valuesOf('HEALTHCHECK')[0]?.replace(/^.* CMD /, '')
    const [, ...args] = JSON.parse(String(command))
    const check = (port: string) =>
      new Promise((resolve) => {
        const env = { WECOM_MEETING_MOCK_PORT: port, WECOM_MEETING_MOCK_HTTPS: https ? '1' : '' }
        spawn(process.execPath, args, { env }).once('exit', resolve)
      })
    const mock = await startMockServer({ https, scenario: 'flaky-network' })
    const { port } = new URL(mock.url)
    expect(await check(port)).toBe(0)
    expect(mock.faults.map(({ struck }) => struck)).toEqual(mock.faults.map(() => 0))
    expect(mock.requests()).toEqual([])
    await mock.close()
    expect(await check(port)).toBe(1)
  },
)
