import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type MockServer, startMockServer } from '@wecom-meeting/mock-server'
import { type Browser, type Locator, type Page, selectors } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { lacksChromium, startChromium } from '../../../test/support/chromium.ts'
import { exampleWorkflow } from './support/exampleWorkflow.mts'
import { N8nApi } from './support/N8nApi.mts'
import { N8nServer } from './support/N8nServer.mts'
import { NODE, nodeWorkflow } from './support/nodeWorkflow.mts'
import { packageName } from './support/packNode.mts'

// `UPDATE_SCREENSHOTS=1` puts them where the README shows them; else the work tree stays as it is.
const screenshotDir = process.env.UPDATE_SCREENSHOTS
  ? join(import.meta.dirname, '../docs')
  : mkdtempSync(join(tmpdir(), 'wecom-n8n-screenshots-'))

let server: N8nServer
let api: N8nApi
let mock: MockServer
let credential: { id: string; name: string }
let browser: Browser
let page: Page
let clicks = 0

describe.skipIf(lacksChromium())('the editor, in Chromium', () => {
  beforeAll(async () => {
    // An n8n of its own, in which there is nothing but the owner.
    server = await N8nServer.start(inject('registryEnv'))
    api = await N8nApi.asNewOwner(server.url)
    mock = await startMockServer()
    mock.addWebinar({ meetingid: 'wb-autumn', title: '秋季发布会', meeting_code: '123450987' })
    selectors.setTestIdAttribute('data-test-id')
    browser = await startChromium()
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
    await context.addCookies([{ ...api.cookie, url: api.url }])
    page = await context.newPage()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.remove()
    await mock?.close()
  })

  it('installs the node in Settings → Community nodes', async () => {
    await page.goto(`${api.url}/settings/community-nodes`)
    await page.getByRole('button', { name: 'Install' }).click()
    await page.getByTestId('package-name-input').fill(packageName)
    await page.getByTestId('user-agreement-checkbox').click()
    await screenshot('0-install.png')
    await page.getByTestId('install-community-package-button').click()
    await page.getByText('WeCom Meeting,WeCom Meeting Trigger').waitFor()

    const { url: baseUrl, corpId, corpSecret } = mock
    credential = await api.createCredential({ corpId, corpSecret, baseUrl }, 'WeCom')
  })

  it('shows what WeCom demands in the dialog of the credential', async () => {
    await page.goto(`${api.url}/home/credentials/${credential.id}`)
    await page.getByText('可调用接口的应用').waitFor()
    await page.getByText('企业可信IP').waitFor()
    await page.getByText('Connection tested successfully').waitFor()
    await screenshot('4-credential.png')
  })

  it('goes from an empty canvas to data in under ten clicks', async () => {
    await page.goto(`${api.url}/workflow/new`)
    await click(page.getByTestId('canvas-plus-button'))
    await page.getByTestId('node-creator-search-bar').fill('企业微信')
    const found = page.getByTestId('item-iterator-item')
    await expect
      .poll(() => found.allInnerTexts(), { timeout: 10_000 })
      .toEqual([expect.stringContaining('WeCom Meeting')])
    await screenshot('1-found.png')

    for (const typed of ['attendees', 'registrants', '腾讯会议', 'voov', '签到', '参会人']) {
      await page.getByTestId('node-creator-search-bar').fill(typed)
      await found.filter({ hasText: 'WeCom Meeting' }).first().waitFor()
    }
    await page.getByTestId('node-creator-search-bar').fill('企业微信')
    await found.first().waitFor()

    await click(found.first())
    await click(page.getByText('Actions (8)'))
    await click(page.getByText('Get a webinar', { exact: true }))
    await screenshot('2-added.png')

    const locator = page.getByTestId('resource-locator-webinar').locator('input').last()
    await click(locator)
    await locator.fill('123 450 987')
    await click(page.getByTestId('node-execute-button'))
    await page.getByTestId('output-panel').getByText('秋季发布会').waitFor()
    await screenshot('3-data.png')

    expect(clicks).toBeLessThan(10)
    expect(mock.requests({ operation: 'getWebinar' })).toHaveLength(1)
  })

  it('finds a meeting in a list by its title, once it knows the member', async () => {
    const meeting_start = Math.floor(Date.now() / 1000) + 3600
    for (const [index, title] of ['周会', '产品评审', '周会（海外）'].entries()) {
      const meetingid = `m-${index}`
      mock.addMeeting({ meetingid, title, meeting_start, admin_userid: 'wangfang' })
    }
    const meeting = { __rl: true, mode: 'list', value: '' }
    const parameters = { resource: 'meeting', operation: 'get', meeting }
    const { id } = await api.createWorkflow(nodeWorkflow(credential, parameters))
    await page.goto(`${api.url}/workflow/${id}`)
    await page.getByTestId('canvas-node').filter({ hasText: NODE }).dblclick()
    const locator = page.getByTestId('resource-locator-meeting').locator('input').last()
    await locator.click()
    await page.getByText('Enter the User ID of a member').waitFor()
    await page.keyboard.press('Escape')

    await page.getByTestId('parameter-input-userId').locator('input').fill('wangfang')
    await locator.click()
    await page.getByTestId('rlc-item').first().waitFor()
    expect(await page.getByTestId('rlc-item').count()).toBe(3)
    await page.getByTestId('rlc-search').fill('周会')
    await expect.poll(() => page.getByTestId('rlc-item').count(), { timeout: 10_000 }).toBe(2)
    await screenshot('5-list.png')
    await page.getByTestId('rlc-item').filter({ hasText: '海外' }).click()
    await page.getByTestId('node-execute-button').click()
    await page.getByTestId('output-panel').getByText('周会（海外）').first().waitFor()
  })

  it.each(['triggers', 'steps'])('says in the list of %s what both nodes do', async (list) => {
    await page.goto(`${api.url}/workflow/new`)
    await page.getByTestId('canvas-plus-button').click()
    if (list === 'steps') {
      await page.getByText('Trigger manually').click()
      await page.getByTestId('canvas-handle-plus').click()
    }
    await page.getByTestId('node-creator-search-bar').fill('registrants')
    await expect
      .poll(() => page.getByTestId('item-iterator-item').allInnerTexts(), { timeout: 10_000 })
      .toEqual([
        expect.stringMatching(
          /Starts the workflow when .* get meetings, attendees, webinars .* approve or reject/,
        ),
      ])
  })

  it.each([
    'enrollments-to-spreadsheet',
    'welcome-on-approval',
    'attendance-report',
    'daily-digest',
    'approve-by-rule',
  ])('shows the example %s with nothing to complain of', async (name) => {
    const entered = { credential, meetingid: 'wb-autumn', url: 'https://messages.example.com/' }
    const workflow = exampleWorkflow(`${name}.json`, entered)
    const { id } = await api.createWorkflow(workflow)

    await page.goto(`${api.url}/workflow/${id}`)
    await page.getByTestId('canvas-node').first().waitFor()
    const nodes = workflow.nodes.filter(({ type }) => type !== 'n8n-nodes-base.stickyNote')
    expect(await page.getByTestId('canvas-node').count()).toBe(nodes.length)
    expect(await page.getByTestId('node-issues').count()).toBe(0)
    await screenshot(`example-${name}.png`)
  })
})

async function click(target: Locator): Promise<void> {
  await target.click()
  clicks += 1
}

async function screenshot(file: string): Promise<void> {
  await page.screenshot({ path: join(screenshotDir, file), animations: 'disabled' })
}
