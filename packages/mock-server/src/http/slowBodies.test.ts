import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type MockServer, startMockServer } from '../index.ts'
import { paths } from '../testing/callMock.ts'

const bodyTimeout = 800
let mock: MockServer

beforeAll(async () => {
  mock = await startMockServer({ bodyTimeout })
})
afterAll(() => mock.close())

/** Begins a request whose body never comes whole. */
function begin(method: string, path: string): { socket: Socket; ended: Promise<string> } {
  const socket = connect(Number(new URL(mock.url).port), '127.0.0.1')
  let received = ''
  socket.on('data', (chunk) => {
    received += chunk
  })
  socket.on('error', () => undefined)
  socket.write(`${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 100\r\n\r\n{`)
  return { socket, ended: new Promise((resolve) => socket.once('close', () => resolve(received))) }
}

describe('a connection whose request does not come whole in time is closed, after a response', () => {
  test.concurrent.each([
    ['an endpoint', 'POST', paths.getMeeting, 200],
    ['gettoken, which has no body', 'GET', paths.getToken, 200],
    ['an endpoint by another method', 'PUT', paths.getMeeting, 200],
    ['an unknown path', 'POST', '/nothing', 404],
    ['the page', 'GET', '/', 200],
    ['a file of the page', 'POST', '/__page/style.css', 405],
    ['control that takes no fields', 'GET', '/__mock/faults', 200],
    ['control', 'POST', '/__mock/fault', 400],
    ['control that there is not', 'POST', '/__mock/nothing', 404],
  ])('%s', async (_name, method, path, status) => {
    const closed: string[] = []
    const first = begin(method, path)
    void first.ended.then(() => closed.push('first'))
    // An endpoint's reading ends in time whatever Node does; this one began later.
    await pause(bodyTimeout * 0.9)
    const second = begin('POST', paths.getMeeting)
    void second.ended.then(() => closed.push('second'))
    const [response] = await Promise.all([first.ended, second.ended])
    expect(closed).toEqual(['first', 'second'])
    expect(response).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  })

  test('bytes that go on coming change nothing', async () => {
    const { socket, ended } = begin('POST', '/nothing')
    const dripping = setInterval(() => socket.write(' '), bodyTimeout / 40)
    expect(await ended).toMatch(/^HTTP\/1\.1 404 /)
    clearInterval(dripping)
  })
})
