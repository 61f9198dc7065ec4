import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import e2e from 'n8n-nodes-wecom-meeting/e2e/package.json' with { type: 'json' }
import { installN8n } from 'n8n-nodes-wecom-meeting/e2e/support/installN8n.mts'
import { NpmRegistry } from 'n8n-nodes-wecom-meeting/e2e/support/NpmRegistry.mts'
import { startN8nWithMock } from 'n8n-nodes-wecom-meeting/e2e/support/n8nWithNode.mts'
import { packNode } from 'n8n-nodes-wecom-meeting/e2e/support/packNode.mts'
import { webinarItems } from 'n8n-nodes-wecom-meeting/e2e/support/webinarItems.mts'
import { type Benchmark, bar } from './Benchmark.ts'
import { alternate, formatSpread, medianRatio, ratios } from './measure.ts'

const OWN = 'WeCom Meeting: Webinar → Get'
const REQUEST = 'HTTP Request'
const ITEMS = 1000

/** A thousand items through the n8n node. */
export const n8n: Benchmark = {
  name: 'n8n',
  title: 'What does the n8n node cost beside n8n’s own HTTP Request node?',
  method: `${ITEMS} input items ask the mock server for a webinar each, in a real n8n that runs nothing else, by turns through each node: how long the node worked, by n8n’s own account. Ratios are taken round by round.`,
  async run(options) {
    options.progress('starting n8n (its first install takes a few minutes)')
    installN8n()
    const tarball = packNode()
    const registry = await NpmRegistry.start()
    try {
      registry.publish(tarball)
      await using started = await startN8nWithMock(registry.env)
      const { wecomMeeting, httpRequest } = await webinarItems(started, ITEMS)
      const contenders = { [REQUEST]: httpRequest, [OWN]: wecomMeeting }
      const times = await alternate(contenders, 15, options)
      return {
        rows: [OWN, REQUEST].map((node) => ({
          node,
          ms: formatSpread(times[node] ?? [], 0),
          'time beside HTTP Request': formatSpread(ratios(times, node)),
        })),
        bars: [
          bar(
            '1,000 items in n8n: time beside the HTTP Request node',
            medianRatio(times, OWN),
            '≤',
            1,
          ),
        ],
        notes: [
          `n8n ${e2e.dependencies.n8n}. The HTTP Request node sends all items at once, with a token that somebody got for it, and returns any response; this node has 30 items in flight, gets and renews its token, and checks each response for a refusal.`,
        ],
      }
    } finally {
      registry.stop()
      rmSync(dirname(tarball), { recursive: true, force: true })
    }
  },
}
