import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import type { ICredentialType, INodeType } from 'n8n-workflow'
import { httpRequest } from './httpRequest.mts'

// Runs by itself: node executeInstalled.mts PACKAGE_DIR BASE_URL CORP_ID SECRET
// Loads every class that the package names in its manifest, as n8n does, and gets one webinar.
const [, , packageDir = '', baseUrl, corpId, corpSecret] = process.argv
const require = createRequire(join(packageDir, 'package.json'))
const { n8n } = require('./package.json')

const icons: Record<string, boolean[]> = {}

function load<T extends INodeType | ICredentialType>(file: string): T {
  const className = basename(file).replace(/\.(node|credentials)\.js$/, '')
  const loaded = new (require(`./${file}`)[className])()
  const { name, icon } = loaded.description ?? loaded
  icons[name] = [icon.light, icon.dark].map((one: string) =>
    existsSync(join(packageDir, dirname(file), one.replace('file:', ''))),
  )
  return loaded
}

for (const file of n8n.credentials) load<ICredentialType>(file)
const nodes = n8n.nodes.map((file: string) => load<INodeType>(file))

const parameters: Record<string, unknown> = {
  resource: 'webinar',
  operation: 'get',
  webinar: { mode: 'code', value: '123 456 789' },
  simplify: true,
  options: {},
}
const [output] = await nodes[0].execute.call({
  getInputData: () => [{ json: {} }],
  getNode: () => ({ name: 'WeCom Meeting', type: 'weComMeeting', typeVersion: 2, parameters }),
  getNodeParameter: (name: string) => parameters[name],
  getCredentials: async () => ({ corpId, corpSecret, baseUrl }),
  getExecutionCancelSignal: () => undefined,
  getTimezone: () => 'Asia/Shanghai',
  continueOnFail: () => false,
  helpers: { httpRequest },
})
const codex = require(`./${n8n.nodes[0].replace(/\.js$/, '.json')}`)
console.log(JSON.stringify({ icons, codex, output }))
