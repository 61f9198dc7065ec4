import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { specPath } from '@wecom-meeting/spec'
import { CORP_ID, CORP_SECRET } from './credentials.ts'
import type { MockContender } from './MockContender.ts'

const require = createRequire(import.meta.url)

/** This project's mock, as it is published. */
export const ownMock: MockContender = {
  name: '@wecom-meeting/mock-server',
  setUp: 'as published; tokens, state, validation and journal on',
  command: (port) => [
    ownCommand(),
    '--port',
    String(port),
    '--corp-id',
    CORP_ID,
    '--corp-secret',
    CORP_SECRET,
  ],
}

/** The mock that the bars compare with. */
export const plainPrism: MockContender = {
  name: 'prism mock -v fatal',
  setUp: 'the first example; validates',
  command: (port) => [
    bin('@stoplight/prism-cli', 'prism'),
    'mock',
    '-v',
    'fatal',
    '-p',
    String(port),
    specPath,
  ],
}

/** Everybody who can serve the spec, and a bare server as the limit of what Node can do. */
export const mockContenders: readonly MockContender[] = [
  ownMock,
  plainPrism,
  {
    name: 'Scalar mock server',
    setUp: 'behind @hono/node-server; makes up an answer, does not validate the request',
    command: (port) => [here('scalarServer.ts'), String(port)],
  },
  {
    name: 'Mockoon CLI',
    setUp: 'reads the OpenAPI document; makes up an answer, does not validate the request',
    command: (port) => [
      bin('@mockoon/cli', 'mockoon-cli'),
      'start',
      '--data',
      specPath,
      '--port',
      String(port),
      '--disable-log-to-file',
    ],
  },
  {
    name: 'bare node:http',
    setUp: 'one fixed answer, reads nothing: the limit',
    command: (port) => [here('bareMock.ts'), String(port)],
  },
]

function here(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url))
}

/** The file behind a package's command. */
function bin(name: string, command: string): string {
  const manifest = require.resolve(`${name}/package.json`)
  const { bin } = require(manifest) as { bin: Record<string, string> }
  return join(dirname(manifest), bin[command] ?? '')
}

function ownCommand(): string {
  return join(
    dirname(require.resolve('@wecom-meeting/mock-server/package.json')),
    'dist/cli/main.js',
  )
}
