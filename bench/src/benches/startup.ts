import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Benchmark, scaled } from '../Benchmark.ts'
import { alternate, ratiosTo, ratioText, spreadOf } from '../measure.ts'

const NOTHING = 'nothing'
const modules = [
  NOTHING,
  '@wecom-meeting/client',
  'openapi-fetch',
  'ky',
  'axios',
  'openai',
  'stripe',
]

/** How long an import takes. */
export const startup: Benchmark = {
  name: 'startup',
  title: 'How long does the import take?',
  method:
    'A fresh Node process imports one package and ends; the time is taken inside, around the import. This project’s client is imported as it is published.',
  async run(options) {
    const figures = await alternate(
      new Map(modules.map((name) => [name, () => importMs(name)])),
      scaled(11, options),
      (done, all) => options.progress(`round ${done} of ${all}`),
    )
    const ratios = ratiosTo('openapi-fetch', figures)
    return {
      rows: modules
        .filter((name) => name !== NOTHING)
        .map((name) => ({
          import: name,
          ms: Number(spreadOf(figures.get(name) ?? []).median.toFixed(1)),
          'beside openapi-fetch': ratioText(ratios.get(name) ?? spreadOf([Number.NaN])),
        })),
      bars: [],
      notes: [],
    }
  },
}

async function importMs(name: string): Promise<number> {
  const target = name === NOTHING ? 'node:path' : publishedEntry(name)
  const code = `const started = performance.now(); await import(${JSON.stringify(target)}); console.log(performance.now() - started)`
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', code],
    { cwd: fileURLToPath(new URL('../..', import.meta.url)) },
  )
  return Number(stdout)
}

/** In the workspace this project's client is imported from its sources; published it is `dist`. */
function publishedEntry(name: string): string {
  if (name !== '@wecom-meeting/client') return name
  return new URL('dist/index.js', import.meta.resolve('@wecom-meeting/client/package.json')).href
}
