import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { isWeComError } from '../src/index.ts'

const operation = 'getMeeting'
const refusal = { operation, errcode: 90602, errmsg: 'no', fix: 'f', hint: undefined, helpUrl: 'h' }

test('across threads isWeComError knows the JSON of an error, and one that ends its thread', async () => {
  const index = JSON.stringify(new URL('../src/index.ts', import.meta.url).href)
  const worker = new Worker(
    `const { parentPort, workerData } = require('node:worker_threads')
    import(${index}).then(({ NotFoundError }) => {
      const error = new NotFoundError('gone', { ...workerData, cause: new Error('why') })
      parentPort.postMessage({ json: error.toJSON(), error })
      // Not before the message has come: an error may overtake it.
      parentPort.once('message', () => { throw error })
    })`,
    { eval: true, workerData: refusal },
  )
  const [{ json, error: clone }] = await once(worker, 'message')
  const ending = once(worker, 'error')
  worker.postMessage('end')
  expect(json).toMatchObject({ message: 'gone', cause: { message: 'why' } })
  for (const error of [json, ...(await ending)]) {
    expect(isWeComError(error) && error.name === 'NotFoundError' && error.errcode).toBe(90602)
  }
  // Of an error itself a message keeps no fields: that is what `toJSON` is for.
  expect(clone).toMatchObject({ message: 'gone', cause: { message: 'why' } })
  expect(isWeComError(clone)).toBe(false)
}, 30_000)
