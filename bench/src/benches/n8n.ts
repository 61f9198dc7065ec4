import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import n8nInstall from 'n8n-nodes-wecom-meeting/e2e/package.json' with { type: 'json' }
import { installN8n } from 'n8n-nodes-wecom-meeting/e2e/support/installN8n.mts'
import { MeasuredN8n } from 'n8n-nodes-wecom-meeting/e2e/support/MeasuredN8n.mts'
import { NpmRegistry } from 'n8n-nodes-wecom-meeting/e2e/support/NpmRegistry.mts'
import { packNode } from 'n8n-nodes-wecom-meeting/e2e/support/packNode.mts'
import { type Contender, webinarItems } from 'n8n-nodes-wecom-meeting/e2e/support/webinarItems.mts'
import { type Benchmark, bar, scaled } from '../Benchmark.ts'
import { alternate, ratiosTo, ratioText, type Spread, spreadOf } from '../measure.ts'

const OWN = 'WeCom Meeting: Webinar → Get'
const REQUEST = 'HTTP Request'
const ITEMS = 1000

/** A thousand items through the n8n node. */
export const n8n: Benchmark = {
  name: 'n8n',
  title: 'What does the n8n node cost beside n8n’s own HTTP Request node?',
  method: `${ITEMS} input items ask the mock server for a webinar each, in a real n8n that runs nothing else, by turns through each node. Time: how long the node worked, as n8n says. CPU: of n8n’s process, from the start of the execution until its result is stored. Ratios are taken round by round.`,
  async run(options) {
    options.progress('starting n8n (its first install takes a few minutes)')
    installN8n()
    const tarball = packNode()
    const registry = await NpmRegistry.start()
    try {
      registry.publish(tarball)
      await using measured = await MeasuredN8n.start(registry.env)
      const { wecomMeeting, httpRequest } = await webinarItems(measured, ITEMS)
      const cpu = new Map<string, number[]>([
        [OWN, []],
        [REQUEST, []],
      ])
      const wall = await alternate(
        new Map([
          [OWN, timed(wecomMeeting, cpu.get(OWN))],
          [REQUEST, timed(httpRequest, cpu.get(REQUEST))],
        ]),
        scaled(15, options),
        (done, all) => options.progress(`round ${done} of ${all}`),
      )
      // A warm-up round comes before those that count.
      for (const figures of cpu.values()) figures.shift()
      return findings(wall, cpu)
    } finally {
      registry.stop()
      rmSync(dirname(tarball), { recursive: true, force: true })
    }
  },
}

function timed(contender: Contender, cpu: number[] = []) {
  return async () => {
    const { wallMs, cpuMs } = await contender()
    cpu.push(cpuMs)
    return wallMs
  }
}

function findings(wall: Map<string, number[]>, cpu: Map<string, number[]>) {
  const none = spreadOf([Number.NaN])
  const wallRatio = ratiosTo(OWN, wall)
  const cpuRatio = ratiosTo(OWN, cpu)
  return {
    rows: [OWN, REQUEST].map((name) => ({
      node: name,
      ms: spreadText(spreadOf(wall.get(name) ?? [])),
      'beside this node': ratioText(wallRatio.get(name) ?? none),
      'CPU ms': spreadText(spreadOf(cpu.get(name) ?? [])),
      'CPU beside this node': ratioText(cpuRatio.get(name) ?? none),
    })),
    bars: [
      bar(
        '1,000 items in n8n: HTTP Request node’s time beside this node’s',
        wallRatio.get(REQUEST)?.median ?? 0,
        { atLeast: 1 },
      ),
    ],
    notes: [
      `n8n ${n8nInstall.dependencies.n8n}. The HTTP Request node sends all items at once, with a token that somebody got for it, and hands out what comes; this node has 30 items under way, gets and renews its token, and looks into each answer for a refusal.`,
    ],
    chart: {
      axis: 'time for 1,000 items, this node = 1',
      rows: Array.from(wallRatio, ([name, { median }]) => ({ name, value: median })),
    },
  }
}

function spreadText({ median, least, most }: Spread): string {
  return `${Math.round(median)} (${Math.round(least)}–${Math.round(most)})`
}
