import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** Where a Chromium usually is; CHROMIUM_PATH names another place. */
const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const executablePath = [process.env.CHROMIUM_PATH, ...usualPlaces].find(
  (path) => path !== undefined && existsSync(path),
)

/**
 * Whether there is a browser to test in. Without one the tests are skipped, and a line says so; in CI
 * they never are.
 */
export function hasChromium(): boolean {
  if (executablePath || process.env.CI) return true
  console.warn(
    'The page is not tested: no Chromium found. Install it (apt-get install chromium, or Chrome), or set CHROMIUM_PATH.',
  )
  return false
}

export function launchChromium(): Promise<Browser> {
  if (!executablePath) {
    throw new Error('no Chromium found: apt-get install chromium, or set CHROMIUM_PATH')
  }
  const args = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    // It would look up its maker's hosts at every start.
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ]
  // Chromium's own sandbox does not start as root, as which containers often run.
  if (process.getuid?.() === 0) args.push('--no-sandbox')
  return chromium.launch({ executablePath, args })
}
