import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// Both READMEs show the quick start's code and what it prints; examples.test.ts finds them stale.
const quickStart = fileURLToPath(new URL('../quick-start/main.ts', import.meta.url))
const code = readFileSync(quickStart, 'utf8')
const output = execFileSync(process.execPath, [quickStart], { encoding: 'utf8' })

for (const name of ['README.md', 'README.zh-CN.md']) {
  const page = new URL(`../../${name}`, import.meta.url)
  writeFileSync(
    page,
    readFileSync(page, 'utf8')
      .replace(/```ts\n[^`]*```/, () => `\`\`\`ts\n${code}\`\`\``)
      .replace(/```text\n[^`]*```/, () => `\`\`\`text\n${output}\`\`\``),
  )
}
