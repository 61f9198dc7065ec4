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
    await page.locator('#fault-form option[value=""]').waitFor({ state: 'attached' })
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
      const tab = (name: string) => page.getByRole('button', { name, exact: true })
      expect(await tab(control).getAttribute('aria-current')).toBe('page')
      await tab(reference).click()
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

  test('says that there is no errcode where there is none', async () => {
    await using opened = await open()
    const { mock, page } = opened
    await call(mock, 'getWebinar', { meetingid: 'MEETINGID' })
    await page.locator('#journal').getByText('200 · no errcode').waitFor()
  })

  test('takes a journal over and follows it after a reset', async () => {
    await using opened = await open()
    const { mock, page } = opened
    const lines = page.locator('#journal summary')
    await call(mock, 'getMeeting', { meetingid: 'XXXXXXXXX' })
    await expect.poll(() => lines.count()).toBe(2)
    await page.reload()
    await expect.poll(() => lines.count()).toBe(2)
    await page.getByRole('button', { name: 'Reset everything' }).click()
    await page.getByText('Everything is as it was at the start.').waitFor()
    await expect.poll(() => lines.count()).toBe(0)
    await getToken(mock)
    await expect.poll(() => lines.count()).toBe(1)
  })

  test('follows the journal after a reset from elsewhere', async () => {
    await using opened = await open()
    const { mock, page } = opened
    const items = page.locator('#journal > li')
    for (let count = 0; count < 3; count += 1) await getToken(mock)
    await items.nth(2).waitFor()
    mock.reset()
    await expect.poll(() => items.count()).toBe(0)
    await call(mock, 'getWebinar', { meetingid: 'nobody' })
    await items.getByText('getWebinar').waitFor()
    expect(await items.count()).toBe(2)
  })

  test('shows at once what others set: scenario, faults, data', async () => {
    await using opened = await open('/?show=data')
    const { mock, page } = opened
    await page.getByText('春季新品线上发布会').waitFor()
    mock.addWebinar({ title: '秋季发布会' })
    await page.getByText('秋季发布会').waitFor()
    await page.getByRole('button', { name: 'Control and journal' }).click()
    mock.scenario('busy')
    await expect.poll(() => page.getByRole('radio', { name: /^busy/ }).isChecked()).toBe(true)
    mock.fault({ operation: ['getMeeting', 'getWebinar'], latency: [100, 200], every: 2 })
    await page.getByText('getMeeting, getWebinar: 100–200 ms later, once every 2 calls').waitFor()
    mock.clearFaults()
    await page.getByText('None in force.').waitFor()
  })

  test('says that the mock is not reachable, and follows another one there', async () => {
    const first = await startMockServer()
    const context = await browser.newContext({ locale: 'zh-CN' })
    const page = await context.newPage()
    await page.goto(first.url)
    await getToken(first)
    const lines = page.locator('#journal summary')
    await lines.nth(0).waitFor()
    await first.close()
    const alert = page.getByRole('alert').getByText('无法连接模拟服务器')
    await alert.waitFor()
    // What could not be switched on must not look as if it were.
    await page.getByRole('radio', { name: /^busy/ }).click()
    await using second = await startMockServer({ port: Number(new URL(first.url).port) })
    await alert.waitFor({ state: 'detached' })
    await expect.poll(() => page.getByRole('radio', { name: /^none/ }).isChecked()).toBe(true)
    expect(await lines.count()).toBe(0)
    await getToken(second)
    await lines.nth(0).waitFor()
    await context.close()
  })

  test('shows the data of another mock that takes the place of the first', async () => {
    const first = await startMockServer()
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(`${first.url}/?show=data`)
    const entries = page.locator('#webinars > li')
    await entries.nth(0).waitFor()
    const ids = first.webinars.map(({ meetingid }) => meetingid)
    await first.close()
    await using second = await startMockServer({ port: Number(new URL(first.url).port), seed: 2 })
    const added = second.webinars.find(({ meetingid }) => !ids.includes(meetingid))
    await entries.getByText(String(added?.meetingid)).waitFor()
    await context.close()
  })

  test('says that a corp is not there, or no longer', async () => {
    await using opened = await open()
    const { mock, page } = opened
    const { corpId } = mock.addCorp({ corpId: 'ww-suite' })
    await page.goto(`${mock.url}/?corpId=${corpId}`)
    await page.getByText(`corp ID ${corpId}`).waitFor()
    mock.removeCorp(corpId)
    await page.getByRole('alert').getByText('no corp has the corpId ww-suite').waitFor()
    mock.addCorp({ corpId })
    await page.getByText('no corp has the corpId').waitFor({ state: 'detached' })
  })

  test('a line that is open stays open when others come', async () => {
    await using opened = await open()
    const { mock, page } = opened
    await call(mock, 'getMeeting', { meetingid: 'XXXXXXXXX' })
    await page.locator('#journal summary', { hasText: 'getMeeting' }).click()
    await page.locator('#journal pre').first().waitFor()
    await getToken(mock)
    await expect.poll(() => page.locator('#journal summary').count()).toBe(3)
    expect(await page.locator('#journal > li').nth(1).locator('pre').count()).toBe(2)
    expect(await page.locator('#journal pre').count()).toBe(2)
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

  test('a fault is added, counts, and is removed', async () => {
    await using opened = await open()
    const { mock, page } = opened
    const form = page.locator('#fault-form')
    await form.getByLabel('Operation').selectOption('getWebinar')
    await form.getByLabel('errcode', { exact: true }).fill('45033')
    await form.getByLabel('Times').fill('2')
    await form.getByRole('button', { name: 'Add fault' }).click()
    await page.getByText('The fault is in force.').waitFor()
    const item = page.locator('#faults li')
    await item.getByText('getWebinar: errcode 45033, 2 times at most').waitFor()
    expect(await call(mock, 'getWebinar', { meetingid: 'MEETINGID' })).toMatchObject({
      errcode: 45033,
    })
    await item.getByText('struck once').waitFor()
    await item.getByRole('button', { name: /^Remove/ }).click()
    await page.getByText('None in force.').waitFor()
  })

  test.each([
    ['en-GB', 'Expected an HTTP status from 400 to 599.', 'Expected an integer from 1 up.'],
    ['zh-CN', '应为：400 到 599 之间的 HTTP 状态码。', '应为：不小于 1 的整数。'],
  ])('in %s a wrong field says beside itself what is expected', async (locale, html, times) => {
    await using opened = await open('/', locale)
    const { mock, page } = opened
    const form = page.locator('#fault-form')
    const field = (name: string) => form.locator(`label:has([name=${name}])`)
    await form.locator('[name=effect]').selectOption('html')
    await form.locator('[name=value]').fill('200')
    await form.locator('[name=times]').fill('0')
    await form.locator('button.main').click()
    await field('value').getByRole('alert').getByText(html).waitFor()
    await field('times').getByRole('alert').getByText(times).waitFor()
    expect(mock.faults).toEqual([])
    for (const latency of ['x', '5-1', '600001', '']) {
      await form.locator('[name=effect]').selectOption('latency')
      await form.locator('[name=value]').fill(latency)
      await form.locator('button.main').click()
      await field('value').getByRole('alert').getByText('200-800').waitFor()
    }
    await form.locator('[name=effect]').selectOption('html')
    await form.locator('[name=value]').fill('502')
    await form.locator('[name=times]').fill('1')
    await form.locator('button.main').click()
    await expect.poll(() => mock.faults).toMatchObject([{ html: 502, times: 1 }])
    expect(await page.getByText(html).count()).toBe(0)
  })

  test('every effect of the form is one that the mock takes', async () => {
    await using opened = await open()
    const { mock, page } = opened
    const form = page.locator('#fault-form')
    const values = await form
      .locator('[name=effect] option')
      .evaluateAll((options) => options.map((option) => option.getAttribute('value')))
    for (const value of values) {
      await form.locator('[name=effect]').selectOption(value)
      await form.locator('button.main').click()
    }
    await expect.poll(() => mock.faults.length).toBe(values.length)
    expect(mock.faults.toReversed()).toMatchObject([
      ...[{ errcode: 45009 }, { latency: [200, 800] }, { drop: 'before' }, { drop: 'middle' }],
      ...[{ truncate: true }, { html: 502 }, { contentType: 'text/plain' }, { slowBody: 3000 }],
      { expireTokens: true },
    ])
  })

  test('what a fault has that is no number or text is shown as JSON', async () => {
    await using opened = await open()
    const { mock, page } = opened
    mock.fault({ match: { meetingid: 'a' }, patch: { set: { title: 5 } }, headers: { 'x-a': '1' } })
    const what = [
      'only for {"meetingid":"a"}',
      'response changed by {"set":{"title":5}}',
      'headers {"x-a":"1"}',
    ]
    await page.getByText(`every one: ${what.join(', ')}`).waitFor()
  })

  test('a corp that was added has its own page', async () => {
    await using opened = await open()
    const { mock, page } = opened
    const corp = mock.addCorp({ corpId: 'ww-suite' })
    await page.goto(`${mock.url}/?corpId=${corp.corpId}`)
    await page.getByText(`corp ID ${corp.corpId} · secret ${corp.corpSecret}`).waitFor()
    await getToken(mock)
    await call(corp, 'getMeeting', { meetingid: 'nobody' })
    await page.locator('#journal').getByText('errcode 90602').waitFor()
    expect(await page.locator('#journal > li').count()).toBe(2)
    await page.locator('input[value=busy]').check()
    await expect.poll(() => corp.faults.length).toBe(1)
    expect(mock.faults).toEqual([])
  })

  test('"End all tokens" ends them, and says so', async () => {
    await using opened = await open()
    const { mock, page } = opened
    const { access_token } = await getToken(mock)
    await page.getByRole('button', { name: 'End all tokens' }).click()
    await page.getByText('All tokens have ended.').waitFor()
    const token = String(access_token)
    expect(await call(mock, 'getMeeting', {}, { token })).toMatchObject({ errcode: 42001 })
  })

  test('shows the data, and who enrolled', async () => {
    await using opened = await open('/?show=data')
    const { mock, page } = opened
    const webinar = mock.webinars.find(({ admission_type }) => admission_type === 1)
    await page.locator('summary', { hasText: webinar?.meetingid ?? '' }).click()
    await page.getByRole('heading', { name: 'Enrollments: 120' }).waitFor()
    expect(await page.locator('#meetings > li').count()).toBe(mock.meetings.length)
    mock.addEnrollments(String(webinar?.meetingid), 1)
    await page.getByRole('heading', { name: 'Enrollments: 121' }).waitFor()
    const meeting = page.locator('#meetings > li').first()
    await meeting.locator('summary').click()
    await meeting.locator('pre').waitFor()
    expect((await meeting.textContent())?.trim()).toMatch(/\}$/)
  })

  test.each(['en-GB', 'zh-CN'])('in %s nothing is cut or covered at 390 pixels', async (locale) => {
    await using opened = await open('/', locale)
    const { mock, page } = opened
    await page.setViewportSize({ width: 390, height: 844 })
    await call(mock, 'getMeeting', { meetingid: 'XXXXXXXXX' })
    await page.locator('#journal summary').first().click()
    await page.getByText(mock.url).waitFor()
    const wide = await page.evaluate('document.documentElement.scrollWidth')
    expect(wide).toBe(390)
    // What is seen at a point of an element must be that element.
    const covered = await page.evaluate(`[...document.querySelectorAll('header *, main #control *')]
      .filter((element) => !element.closest('.unseen, .skip, [hidden], details, option'))
      .filter((element) => {
        element.scrollIntoView({ block: 'center' })
        const { left, top, width, height } = element.getBoundingClientRect()
        if (width === 0 || height === 0) return false
        const seen = document.elementFromPoint(left + width / 2, top + height / 2)
        return seen && !element.contains(seen) && !seen.contains(element)
      }).map(({ outerHTML }) => outerHTML.slice(0, 120))`)
    expect(covered).toEqual([])
  })

  test.each([
    ['en-GB', 'Test Request (post /cgi-bin/meeting/get_info)', /^Send Request/],
    ['zh-CN', '测试请求 (post /cgi-bin/meeting/get_info)', /^发送请求/],
  ])('"try it" works in %s', async (locale, tryIt, send) => {
    await using opened = await open('/?show=reference', locale)
    const { mock, page, troubles } = opened
    await page.getByRole('button', { name: tryIt }).click()
    await page.getByRole('button', { name: send }).click()
    await page.getByText('"广州媒体港"').last().waitFor()
    expect(troubles).toEqual([])
    // The page's own calls are none of the client's.
    expect(mock.requests()).toEqual([])
  })

  test('the form of gettoken offers no token', async () => {
    await using opened = await open('/?show=reference')
    const { page } = opened
    await page.getByRole('button', { name: 'Test Request (get /cgi-bin/gettoken)' }).click()
    const form = page.getByRole('dialog')
    await form.getByText('corpsecret').first().waitFor()
    expect(await form.textContent()).not.toContain('access_token')
  })

  test('keeps the chosen language and colours', async () => {
    await using opened = await open()
    const { page } = opened
    await page.getByLabel('Language').selectOption('中文')
    await page.getByLabel('配色').selectOption('深色')
    await page.reload()
    await page.getByRole('group', { name: '场景' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    const scheme = await page.evaluate('getComputedStyle(document.documentElement).colorScheme')
    expect(scheme).toBe('dark')
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
    await press('Tab')
    expect(await focused()).toBe('language')
    await press('Tab', 'Tab', 'Tab')
    expect(await focused('textContent')).toBe('Data')
    await press('Enter')
    await page.getByRole('heading', { name: 'Webinars' }).waitFor()
    await page.keyboard.press('Shift+Tab')
    await press('Enter', 'Tab', 'Tab', 'Tab', 'ArrowDown')
    await expect.poll(() => mock.scenarios.find(({ active }) => active)?.name).toBe('busy')
    await expect.poll(() => focused('value')).toBe('busy')
    await press('ArrowUp')
    await expect.poll(() => mock.scenarios.some(({ active }) => active)).toBe(false)
    await getToken(mock)
    await page.locator('#journal summary').waitFor()
    for (let tabs = 0; tabs < 40 && (await focused('tagName')) !== 'SUMMARY'; tabs += 1)
      await press('Tab')
    await press('Enter')
    await page.locator('#journal').getByText('GET /cgi-bin/gettoken').waitFor()
  })

  test.each(['light', 'dark'])('axe finds no barrier, %s', async (colours) => {
    await using opened = await open()
    const { mock, page } = opened
    await page.getByLabel('Colours').selectOption(colours)
    await call(mock, 'getWebinar', { meetingid: 7 })
    await page.locator('#journal summary').first().click()
    await page.evaluate(axe.source)
    for (const tab of ['Control and journal', 'Data']) {
      await page.getByRole('button', { name: tab, exact: true }).click()
      const violations = await page.evaluate('axe.run().then(({ violations }) => violations)')
      expect(violations).toEqual([])
    }
  })
})
