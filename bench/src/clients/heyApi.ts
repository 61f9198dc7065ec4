import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient as generate } from '@hey-api/openapi-ts'
import { specPath } from '@wecom-meeting/spec'
import { rolldown } from 'rolldown'
import type { Contender, ContenderInit } from './Contender.ts'

interface GeneratedSdk {
  createClient(config: { baseUrl: string; auth: string }): unknown
  getWebinar(options: { client: unknown; body: object }): Promise<{ data: { title: string } }>
}

/** A client that @hey-api/openapi-ts generates from the same spec, anew for each run. */
export async function heyApiContender({ baseUrl, accessToken }: ContenderInit): Promise<Contender> {
  const { createClient, getWebinar } = await import(await generatedSdk())
  const client = (createClient as GeneratedSdk['createClient'])({ baseUrl, auth: accessToken })
  return {
    name: '@hey-api/openapi-ts',
    setUp: 'its fetch client with `auth`, generated with default plugins',
    getWebinar: async () =>
      (
        await (getWebinar as GeneratedSdk['getWebinar'])({
          client,
          body: { meetingid: 'MEETINGID' },
        })
      ).data.title,
  }
}

async function generatedSdk(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'wecom-meeting-bench-'))
  await generate({ input: specPath, output: join(folder, 'sdk'), logs: { level: 'silent' } })
  const entry = `export { createClient } from './client'\nexport { getWebinar } from './sdk.gen'\n`
  const bundle = await rolldown({
    input: 'entry.ts',
    cwd: join(folder, 'sdk'),
    logLevel: 'silent',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry.ts' ? join(folder, 'sdk', 'entry.ts') : null),
        load: (id) => (id.endsWith('entry.ts') ? entry : null),
      },
    ],
  })
  const file = join(folder, 'sdk.mjs')
  await bundle.write({ file })
  return file
}
