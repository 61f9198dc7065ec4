// Loaded before an example: what it sends to WeCom goes to the mock instead, so that it can be run as it is written.
const { fetch } = globalThis
globalThis.fetch = (input, init) => {
  const url = String(input.url ?? input)
  const toMock = url.replace('https://qyapi.weixin.qq.com', process.env.MOCK_URL)
  return fetch(toMock, input instanceof Request ? new Request(toMock, input) : init)
}
