#!/usr/bin/env node
import packageJson from '../../package.json' with { type: 'json' }

// Whatever else is imported may need a Node that is not there, and would say so with a stack.
const needed = packageJson.engines.node.replace('>=', '')
const { node } = process.versions
if (node.localeCompare(needed, 'en', { numeric: true }) < 0) {
  console.error(`wecom-meeting-mock: needs Node ${needed} or newer; this is ${node}`)
  process.exitCode = 1
} else {
  const { run } = await import('./createProgram.ts')
  await run()
}
