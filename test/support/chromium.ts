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

const MISSING =
  'No Chromium found: install it (Debian: apt-get install chromium), or set CHROMIUM_PATH.'

/**
 * Whether the tests that need Chromium are skipped because there is none; a line says so. In CI they
 * never are: there `startChromium` fails.
 */
export function lacksChromium(): boolean {
  if (executablePath() || process.env.CI) return false
  console.warn(`The tests with Chromium are skipped. ${MISSING}`)
  return true
}

/** Starts Chromium without a window. */
export async function startChromium(): Promise<Browser> {
  const path = executablePath()
  if (!path) throw new Error(MISSING)
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
  return chromium.launch({ executablePath: path, args })
}

function executablePath(): string | undefined {
  const named = process.env.CHROMIUM_PATH
  return (named === undefined ? usualPlaces : [named]).find((path) => existsSync(path))
}
