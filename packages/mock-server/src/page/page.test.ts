import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lacksChromium, startChromium } from '../../../../test/support/chromium.ts'
import { type MockServer, startMockServer } from '../index.ts'
import { call, getToken } from '../testing/callMock.ts'

/** The page of a mock of its own, and everything that went wrong on it. */
interface OpenPage extends AsyncDisposable {
  mock: MockServer
  page: Page
  /** Requests to other hosts, errors of scripts and on the console. */
  troubles: string[]
}

describe.skipIf(lacksChromium())('the page, in Chromium', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await startChromium()
  })
  afterAll(() => browser?.close())

  async function open(path = '/', locale = 'en-GB'): Promise<OpenPage> {
    const mock = await startMockServer()
    const context = await browser.newContext({ locale, viewport: { width: 1280, height: 860 } })
    context.setDefaultTimeout(20_000)
    const page = await context.newPage()
    const troubles: string[] = []
    page.on('request', (request) => {
      const isOwn = request.url().startsWith(`${mock.url}/`) || request.url().startsWith('data:')
      if (!isOwn) troubles.push(`request to ${request.url()}`)
    })
    page.on('pageerror', (error) => troubles.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text())
    })
    await page.goto(mock.url + path)
    await page.locator('input[value=busy]').waitFor({ state: 'attached' })
    return {
      mock,
      page,
      troubles,
      async [Symbol.asyncDispose]() {
        await context.close()
        await mock.close()
      },
    }
  }

  test.each([
    ['en-GB', 'Control and journal', 'API reference', 'Get meeting details'],
    ['zh-CN', '控制与请求记录', '接口文档', '获取会议详情'],
  ])(
    'in %s loads all of it from this server alone, without an error',
    async (locale, control, reference, operation) => {
      await using opened = await open('/', locale)
      const { page, troubles } = opened
      await page.getByRole('tab', { name: control, selected: true }).waitFor()
      await page.getByRole('tab', { name: reference }).click()
      await page.getByRole('heading', { name: operation }).waitFor()
      expect(troubles).toEqual([])
    },
  )

  test('may not call another site, even if it wanted to', async () => {
    await using opened = await open()
    await using other = await startMockServer()
    const violated = await opened.page.evaluate(`new Promise((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective))
      fetch('${other.url}').catch(() => undefined)
    })`)
    expect(violated).toBe('connect-src')
    expect(other.requests()).toEqual([])
  })

  test('shows a request as it comes, with what is wrong with it', async () => {
    await using opened = await open()
    const { mock, page } = opened
    const journal = page.getByRole('region', { name: 'Journal' })
    await page.getByText('No request yet.').waitFor()
    await call(mock, 'getWebinar', { meetingid: 7 })
    const line = journal.locator('summary', { hasText: 'getWebinar' })
    await line.getByText('200 · errcode 40058').waitFor()
    await line.getByRole('img', { name: 'violates the spec' }).waitFor()
    await page.getByRole('status').getByText('getWebinar: 200 · errcode 40058').waitFor()
    await line.click()
    await journal.getByText('meetingid must be string').first().waitFor()
    expect(await journal.textContent()).not.toContain(String((await getToken(mock)).access_token))
  })

  test('takes a journal over and follows it after a reset', async () => {
    await using opened = await open()
    const { mock, page } = opened
    const lines = page.locator('#journal summary')
    await call(mock, 'getMeeting', { meetingid: 'XXXXXXXXX' })
    await expect.poll(() => lines.count()).toBe(2)
    await page.getByRole('button', { name: 'Reset everything' }).click()
    await expect.poll(() => lines.count()).toBe(0)
    await getToken(mock)
    await expect.poll(() => lines.count()).toBe(1)
  })

  test('follows the journal after a reset from elsewhere', async () => {
    await using opened = await open()
    const { mock, page } = opened
    for (let count = 0; count < 3; count += 1) await getToken(mock)
    await page.locator('#journal > li').nth(2).waitFor()
    mock.reset()
    await call(mock, 'getWebinar', { meetingid: 'nobody' })
    await page.locator('#journal > li', { hasText: 'getWebinar' }).waitFor({ timeout: 5000 })
    expect(await page.locator('#journal > li').count()).toBe(2)
  })

  test('what a request brings is shown, not run', async () => {
    await using opened = await open()
    const { mock, page, troubles } = opened
    const evil = '<img src=x onerror="document.title=1">'
    await fetch(`${mock.url}/${encodeURIComponent(evil)}?${encodeURIComponent(evil)}=${evil}`)
    await call(mock, 'getWebinar', { meetingid: evil })
    await page.locator('#journal summary', { hasText: 'getWebinar' }).click()
    await page
      .locator('#journal pre', { hasText: evil.slice(0, 8) })
      .first()
      .waitFor()
    expect(await page.locator('#journal img').count()).toBe(0)
    expect(troubles).toEqual([])
  })

  test('a body that is nested very deep is shown as text', async () => {
    await using opened = await open()
    const { mock, page, troubles } = opened
    const body = `{"meetingid":"a","b":${'['.repeat(5000)}${']'.repeat(5000)}}`
    await call(mock, 'getMeeting', body)
    await page.locator('#journal summary', { hasText: 'getMeeting' }).click()
    await page.locator('#journal pre', { hasText: '[[[[[[[[' }).first().waitFor()
    expect(troubles).toEqual([])
  })

  test('a scenario that is switched on changes a response', async () => {
    await using opened = await open()
    const { mock, page } = opened
    await page.getByRole('radio', { name: /^untrusted-ip/ }).check()
    await expect
      .poll(() => call(mock, 'getMeeting', { meetingid: 'XXXXXXXXX' }))
      .toMatchObject({ errcode: 60020 })
    await page.locator('#faults').getByText('of the scenario untrusted-ip').waitFor()
    await page.getByRole('radio', { name: /^none/ }).check()
    await expect
      .poll(() => call(mock, 'getMeeting', { meetingid: 'XXXXXXXXX' }))
      .toMatchObject({ errcode: 0 })
  })

  test('a fault is added, counts, and is removed; a wrong one is refused in words', async () => {
    await using opened = await open()
    const { mock, page } = opened
    const form = page.locator('#fault-form')
    await form.getByLabel('Operation').selectOption('getWebinar')
    await form.getByLabel('errcode', { exact: true }).fill('45033')
    await form.getByLabel('Times').fill('2')
    await form.getByRole('button', { name: 'Add fault' }).click()
    const item = page.locator('#faults li')
    await item.getByText('operation getWebinar, errcode 45033, times 2').waitFor()
    expect(await call(mock, 'getWebinar', { meetingid: 'MEETINGID' })).toMatchObject({
      errcode: 45033,
    })
    await item.getByText('struck once').waitFor()
    await item.getByRole('button', { name: /^Remove/ }).click()
    await page.getByText('None in force.').waitFor()
    await form.getByLabel('What happens').selectOption('html')
    await form.getByLabel('HTTP status').fill('200')
    await form.getByRole('button', { name: 'Add fault' }).click()
    await page
      .getByRole('alert')
      .getByText("fault's html is 200; expected an HTTP status")
      .waitFor()
    expect(mock.faults).toEqual([])
  })

  test('shows the data, and who enrolled', async () => {
    await using opened = await open('/?show=data')
    const { mock, page } = opened
    const webinar = mock.webinars.find(({ admission_type }) => admission_type === 1)
    await page.locator('summary', { hasText: webinar?.meetingid ?? '' }).click()
    await page.getByRole('button', { name: 'Show enrollments' }).click()
    await page.getByRole('heading', { name: 'Enrollments: 120' }).waitFor()
    expect(await page.locator('#meetings > li').count()).toBe(mock.meetings.length)
  })

  test.each([
    ['en-GB', 'Test Request (post /cgi-bin/meeting/get_info)', /^Send Request/],
    ['zh-CN', '测试请求 (post /cgi-bin/meeting/get_info)', /^发送请求/],
  ])('"try it" works in %s', async (locale, tryIt, send) => {
    await using opened = await open('/?show=reference', locale)
    const { mock, page, troubles } = opened
    await page.getByRole('button', { name: tryIt }).click()
    await page.getByRole('button', { name: send }).click()
    const entry = await mock.waitFor({ operation: 'getMeeting' }, { timeout: 20_000 })
    expect(entry).toMatchObject({ verdict: { valid: true }, answer: { errcode: 0 } })
    await page.getByText('"广州媒体港"').last().waitFor()
    expect(troubles).toEqual([])
  })

  test('keeps the chosen language and colours', async () => {
    await using opened = await open()
    const { page } = opened
    await page.getByText('中文').click()
    await page.getByText('深色').click()
    await page.reload()
    await page.getByRole('heading', { name: '场景' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    expect(await page.locator('html').getAttribute('data-colours')).toBe('dark')
    await page.getByText('系统繁忙，重试一次即可成功').waitFor()
  })

  test('everything can be done by keyboard', async () => {
    await using opened = await open()
    const { mock, page } = opened
    const focused = (what = 'id') => page.evaluate(`document.activeElement.${what}`)
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key)
    }
    await press('Tab')
    expect(await focused('textContent')).toBe('Skip to the content')
    await press('Tab', 'ArrowRight')
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    await press('ArrowLeft', 'Tab', 'Tab')
    expect(await focused()).toBe('tab-control')
    await press('ArrowRight')
    expect(await page.getByRole('tabpanel', { name: 'Data' }).isVisible()).toBe(true)
    await press('ArrowLeft', 'Tab', 'ArrowDown')
    await expect.poll(() => mock.scenarios.find(({ active }) => active)?.name).toBe('busy')
    await expect.poll(() => focused('value')).toBe('busy')
    await press('ArrowUp')
    await expect.poll(() => mock.scenarios.some(({ active }) => active)).toBe(false)
    await getToken(mock)
    await page.locator('#journal summary').waitFor()
    for (let tabs = 0; tabs < 30 && (await focused('tagName')) !== 'SUMMARY'; tabs += 1)
      await press('Tab')
    await press('Enter')
    await page.locator('#journal').getByText('GET /cgi-bin/gettoken').waitFor()
  })

  test.each(['light', 'dark'])('axe finds no barrier, %s', async (colours) => {
    await using opened = await open()
    const { mock, page } = opened
    await page.locator(`input[value=${colours}]`).check({ force: true })
    await call(mock, 'getWebinar', { meetingid: 7 })
    await page.locator('#journal summary').first().click()
    await page.evaluate(axe.source)
    for (const tab of ['Control and journal', 'Data']) {
      await page.getByRole('tab', { name: tab }).click()
      const violations = await page.evaluate('axe.run().then(({ violations }) => violations)')
      expect(violations).toEqual([])
    }
  })
})
