import { exec, spawn, spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'tsdown'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lacksChromium, startChromium } from '../../../../test/support/chromium.ts'

// Inside the package, so that the bundle finds the dependencies that stay outside of it.
const packageFolder = fileURLToPath(new URL('../..', import.meta.url))
const outDir = `${packageFolder}node_modules/.bundle-test`

beforeAll(() =>
  build({
    cwd: packageFolder,
    outDir,
    dts: false,
    publint: false,
    attw: false,
    logLevel: 'silent',
  }),
)
afterAll(() => rmSync(outDir, { recursive: true }))

test('the bundled command serves, without the packages that it bundles', async () => {
  const child = spawn(process.execPath, [`${outDir}/cli/main.js`, '--port', '0'])
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const announced = await new Promise<string>((resolve) => child.stdout.once('data', resolve))
  const url = /curl '(http[^']+)'/.exec(String(announced))?.[1]
  expect(await (await fetch(String(url))).json()).toMatchObject({ errcode: 0 })
  child.kill()
  expect(await ended).toBe(0)
})

test('the bundled command serves https', async () => {
  const child = spawn(process.execPath, [`${outDir}/cli/main.js`, '--port', '0', '--https'])
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const announced = await new Promise<string>((resolve) => child.stdout.once('data', resolve))
  const line = /^ {2}(curl -k '.*')$/m.exec(String(announced))?.[1]
  const { stdout } = await promisify(exec)(String(line))
  expect(JSON.parse(stdout)).toMatchObject({ errcode: 0 })
  child.kill()
  expect(await ended).toBe(0)
})

test('the bundled command names the Node that it needs', () => {
  const node = fileURLToPath(new URL('bin/node', import.meta.resolve('node-22/package.json')))
  const { stderr } = spawnSync(node, [`${outDir}/cli/main.js`], { encoding: 'utf8' })
  expect(stderr).toMatch(/^wecom-meeting-mock: needs Node \S+ or newer; this is 22\.\S+\n$/)
})

test('the bundled module validates as Prism does', async () => {
  const script = `import { startMockServer } from '${outDir}/index.js'
    const mock = await startMockServer()
    const try_ = (run) => { try { run() } catch (error) { console.log(error.message) } }
    try_(() => mock.addMeeting({ title: 5 }))
    try_(() => mock.fault({ html: 200 }))
    await mock.close()`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script])
  let printed = ''
  child.stdout.on('data', (chunk) => {
    printed += chunk
  })
  await new Promise((resolve) => child.stdout.once('close', resolve))
  expect(printed).toContain("title is 5; it must be string\nfault's html is 200; expected")
})

test('the bundled command serves the page with all of its files', async () => {
  const child = spawn(process.execPath, [`${outDir}/cli/main.js`, '--port', '0'])
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const announced = await new Promise<string>((resolve) => child.stdout.once('data', resolve))
  const url = /Mock WeCom on (\S+)/.exec(String(announced))?.[1]
  const page = await (await fetch(`${url}/`)).text()
  const own = Array.from(page.matchAll(/"(\/__page\/[^"]+)"/g), ([, path]) => path)
  expect(own).toEqual(['/__page/style.css', '/__page/main.js'])
  for (const path of [...own, '/__page/scalar.js', '/__page/openapi.zh.json']) {
    const response = await fetch(url + String(path))
    expect([path, response.status]).toEqual([path, 200])
    expect((await response.text()).length).toBeGreaterThan(1000)
  }
  child.kill()
  expect(await ended).toBe(0)
})

test.skipIf(lacksChromium())('the page of the bundled command works in a browser', async () => {
  const child = spawn(process.execPath, [`${outDir}/cli/main.js`, '--port', '0'])
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const announced = await new Promise<string>((resolve) => child.stdout.once('data', resolve))
  const url = /Mock WeCom on (\S+)/.exec(String(announced))?.[1]
  const browser = await startChromium()
  try {
    const page = await browser.newPage({ locale: 'en-GB' })
    const troubles: string[] = []
    page.on('pageerror', (error) => troubles.push(error.message))
    await page.goto(String(url))
    const name = page.getByRole('heading', { name: 'Mock WeCom' })
    await expect
      .poll(async () => ({ names: await name.count(), troubles }))
      .toEqual({ names: 1, troubles: [] })
  } finally {
    await browser.close()
    child.kill()
  }
  expect(await ended).toBe(0)
})
