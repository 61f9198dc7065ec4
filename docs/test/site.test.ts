import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { errorCatalogue, readSpec } from '@wecom-meeting/spec'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lacksChromium, startChromium } from '../../test/support/chromium.ts'

const folder = join(import.meta.dirname, '..')
const site = join(folder, '.vitepress/dist')

beforeAll(() => {
  execFileSync('pnpm', ['run', 'site'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
})

const htmlFiles = () =>
  readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'))

/** The file of an address of the site, as any static host finds it. */
function fileOf(path: string): string {
  const [name = ''] = decodeURI(path).split(/[?#]/)
  return join(site, name.endsWith('/') ? `${name}index.html` : name)
}

test('no link and no image of the site is missing, headings included', () => {
  const dead: string[] = []
  for (const name of htmlFiles()) {
    const html = readFileSync(join(site, name), 'utf8')
    for (const [, link = ''] of html.matchAll(/<(?:a [^>]*href|img [^>]*src)="([^"]+)"/g)) {
      if (/^(https?|mailto):/.test(link)) continue
      const { pathname, hash } = new URL(link, `http://site/${encodeURI(name)}`)
      const file = fileOf(pathname)
      const isThere = existsSync(file) && (hash === '' || hasHeading(file, hash.slice(1)))
      if (!isThere) dead.push(`${name}: ${link}`)
    }
  }
  expect(dead).toEqual([])
})

function hasHeading(file: string, heading: string): boolean {
  const html = readFileSync(file, 'utf8')
  return html.includes(`id="${decodeURIComponent(heading)}"`)
}

test('no guide links from the root of the host: the site may stand in a folder', () => {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const guides = names.filter((name) => /^(zh\/)?(client|mock|n8n|spec)\/[^/]+\.md$/.test(name))
  expect(guides.length).toBeGreaterThan(30)
  const fromRoot = guides.filter((name) => readFileSync(join(folder, name), 'utf8').includes('](/'))
  expect(fromRoot).toEqual([])
})

test.each(['/', '/zh/'])('the home page %s leads to all three packages', (language) => {
  const html = readFileSync(fileOf(language), 'utf8')
  const buttons = [...html.matchAll(/<a class="VPButton[^>]*href="([^"]+)"/g)].map(([, to]) => to)
  expect(buttons).toEqual(['client', 'mock', 'n8n'].map((name) => `${language}${name}/`))
})

test('every guide is there in both languages', () => {
  const guides = (language: string) =>
    htmlFiles()
      .filter((name) => name.startsWith(language))
      .map((name) => name.slice(language.length))
      .filter((name) => /^(client|mock|n8n)\//.test(name) || name === 'index.html')
      .sort()
  expect(guides('')).toEqual(guides('zh/'))
  expect(guides('').length).toBeGreaterThan(15)
  // One that fails to render stays empty, and the build goes on.
  const isEmpty = (name: string) => !readFileSync(join(site, name), 'utf8').includes('<h1')
  expect([...guides(''), ...guides('zh/').map((name) => `zh/${name}`)].filter(isEmpty)).toEqual([])
})

test('both pages of errcodes name every one with its remedy', () => {
  for (const error of errorCatalogue(readSpec())) {
    for (const page of ['reference/errcodes.md', 'zh/reference/errcodes.md']) {
      expect(readFileSync(join(folder, page), 'utf8')).toContain(`## ${error.errcode} {#`)
    }
  }
})

test("the client's API leads to every entry point of the package", () => {
  const client = join(folder, '../packages/client/package.json')
  const { exports } = JSON.parse(readFileSync(client, 'utf8'))
  const html = readFileSync(join(site, 'reference/client/index.html'), 'utf8')
  const entries = Object.keys(exports).filter((name) => name !== './package.json')
  const missing = entries.filter(
    (name) => !html.includes(name.replace('.', '@wecom-meeting/client')),
  )
  expect(missing).toEqual([])
  expect(entries.length).toBeGreaterThan(3)
})

describe.skipIf(lacksChromium())('in Chromium', () => {
  let browser: Browser
  let server: Server
  let origin: string

  beforeAll(async () => {
    browser = await startChromium()
    server = createServer((request, response) => {
      const file = fileOf(request.url ?? '/')
      if (!existsSync(file) || statSync(file).isDirectory()) return response.writeHead(404).end()
      const type = contentTypes[extname(file)] ?? 'application/octet-stream'
      return response.writeHead(200, { 'content-type': type }).end(readFileSync(file))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(async () => {
    await browser?.close()
    server?.close()
  })

  test.each([
    ['/', 'wecom-meeting'],
    ['/zh/', '用好企业微信的会议与网络研讨会'],
    ['/client/errors.html', 'Errors and what to do'],
    ['/zh/client/errors.html', '错误与处理'],
    ['/n8n/approvals.html', '{{ $json.enroll_id }}'],
    ['/zh/n8n/approvals.html', '{{ $json.enroll_id }}'],
    ['/reference/errcodes.html', '60020'],
    ['/reference/client/', '@wecom-meeting/client'],
    ['/endpoints/en.html', 'Get meeting details'],
    ['/endpoints/zh.html', '获取会议详情'],
  ])('%s shows %s, without an error and without another site', async (path, text) => {
    const page = await browser.newPage()
    const troubles: string[] = []
    page.on('request', (request) => {
      const url = request.url()
      if (!url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url)) troubles.push(url)
    })
    page.on('pageerror', (error) => troubles.push(error.message))
    page.on('response', (response) => {
      if (response.status() >= 400) troubles.push(`${response.status()} ${response.url()}`)
    })
    await page.goto(origin + path)
    await page.getByText(text).first().waitFor()
    expect(troubles).toEqual([])
    await page.close()
  })

  test('the search finds an errcode', async () => {
    const page = await browser.newPage()
    await page.goto(`${origin}/`)
    await page.getByRole('button', { name: 'Search' }).first().click()
    await page.locator('input[type=search]').fill('60020')
    await page.locator('a[href*="errcodes.html#e60020"]').first().waitFor()
    await page.close()
  })
})

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}
