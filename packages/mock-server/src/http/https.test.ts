import { X509Certificate } from 'node:crypto'
import { request } from 'node:https'
import { describe, expect, test } from 'vitest'
import { type MockServer, startMockServer } from '../index.ts'
import type { JsonObject } from '../json.ts'
import { paths } from '../testing/callMock.ts'

/** `fetch` cannot be told which certificate to trust. */
function ask(
  mock: MockServer,
  host: string,
  path: string,
  ca = mock.certificate,
): Promise<JsonObject> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(mock.url)
    const options = { host, port, path, ca, servername: host === '127.0.0.1' ? '' : host }
    request(options, async (response) =>
      resolve(JSON.parse(await new Response(response as never).text())),
    )
      .on('error', reject)
      .end()
  })
}

describe('startMockServer({ https: true })', () => {
  test.each(['127.0.0.1', 'localhost'])(
    'a client that trusts its certificate calls it at %s',
    async (host) => {
      await using mock = await startMockServer({ https: true })
      expect(mock.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/)
      const query = new URLSearchParams({ corpid: mock.corpId, corpsecret: mock.corpSecret })
      expect(await ask(mock, host, `${paths.getToken}?${query}`)).toMatchObject({ errcode: 0 })
      expect(await ask(mock, host, '/__mock/server')).toMatchObject({
        certificate: mock.certificate,
      })
      expect(mock.requests()).toHaveLength(1)
    },
  )

  test('one that does not is refused by its own check', async () => {
    await using mock = await startMockServer({ https: true })
    await using other = await startMockServer({ https: true })
    await expect(ask(mock, '127.0.0.1', '/__mock/server', other.certificate)).rejects.toThrow(
      /self-signed|verif/,
    )
  })

  test('the certificate is for host and allowed hosts, too', async () => {
    await using mock = await startMockServer({ https: true, allowedHosts: ['wecom.test'] })
    const certificate = new X509Certificate(String(mock.certificate))
    for (const host of ['wecom.test', 'localhost']) expect(certificate.checkHost(host)).toBe(host)
    for (const address of ['127.0.0.1', '::1']) expect(certificate.checkIP(address)).toBe(address)
    expect(certificate.checkHost('other.test')).toBe(undefined)
  })

  test('without it there is none', async () => {
    await using mock = await startMockServer()
    expect(mock.certificate).toBe(undefined)
    expect(mock.url).toMatch(/^http:/)
  })
})
