import { existsSync } from 'node:fs'
import { type Browser, chromium, selectors } from 'playwright-core'

const program = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** Whether tests that need Chromium are left out. In CI they are not: there a missing one is a failure. */
export const lacksChromium: boolean = !existsSync(program) && !process.env.CI

if (lacksChromium) {
  console.log(
    `No Chromium at ${program}, so the editor is not tested: install it (Debian: apt-get install chromium), or set CHROMIUM to its path.`,
  )
}

/** Starts Chromium without a window. */
export async function startChromium(): Promise<Browser> {
  selectors.setTestIdAttribute('data-test-id')
  // Chromium refuses its sandbox to root.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({ executablePath: program, args })
}
