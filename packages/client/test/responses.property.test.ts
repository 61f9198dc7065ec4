import { createWeComClient, isWeComError, type WeComClient } from '@wecom-meeting/client'
import { createHostClient, type Timer } from '@wecom-meeting/client/host'
import { readSpec } from '@wecom-meeting/spec'
import fc, { type Arbitrary } from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { runtimeTimer } from '../src/runtimeTimer.ts'
import { everyMethod } from './support/everyMethod.ts'
import { fakeWeCom, issued } from './support/fakeWeCom.ts'
import { schemaArbitrary } from './support/schemaArbitrary.ts'

const spec = readSpec()
/** How many responses each property tries. */
const tried = 1500

describe.each(everyMethod)('$operationId', ({ response: { name }, read }) => {
  const valid = schemaArbitrary(spec, name)

  test(`${tried} responses made from the spec are values`, async () => {
    await fc.assert(
      fc.asyncProperty(valid, async (response) => {
        const { fetch } = fakeWeCom(() => Response.json(response))
        const wecom = createWeComClient({ accessToken: 'a-token', fetch })
        // A list may say that pages follow, and then give its only cursor again.
        const outcome = await Promise.resolve(read(wecom)).catch((error) => error)
        if (outcome instanceof Error) expect(outcome.message).toContain('no new cursor')
      }),
      { numRuns: tried },
    )
  }, 120_000)

  test(`${tried} broken responses are values or typed errors, in time, and leave nothing`, async () => {
    await fc.assert(
      fc.asyncProperty(broken(valid), async (response) => {
        await endsWell(() => response.respond(), undefined, read)
      }),
      { numRuns: tried },
    )
  }, 120_000)
})

test(`${tried} broken responses to the token request are typed errors, or a token`, async () => {
  const token = schemaArbitrary(spec, 'AccessToken')
  await fc.assert(
    fc.asyncProperty(broken(token), async (response) => {
      const ok = () => Response.json({ errcode: 0, errmsg: 'ok' })
      await endsWell(
        ok,
        () => response.respond(),
        (wecom) => wecom.meetings.get({ meetingid: 'm' }),
      )
    }),
    { numRuns: tried },
  )
}, 120_000)

const unhandled: unknown[] = []
const remember = (reason: unknown) => void unhandled.push(reason)
process.on('unhandledRejection', remember)
afterAll(() => {
  process.off('unhandledRejection', remember)
  expect(unhandled).toEqual([])
})

/** Makes one call; it must end within its deadline, in a value or a typed error, and leave no timer. */
async function endsWell(
  respond: () => Response | Promise<Response>,
  respondToken: (() => Response | Promise<Response>) | undefined,
  call: (wecom: WeComClient) => PromiseLike<unknown>,
): Promise<void> {
  const fake = fakeWeCom(respond, respondToken ?? (() => issued('a-token')))
  let timers = 0
  const timer: Timer = (ms, onTime) => {
    timers += 1
    let isRunning = true
    const end = () => {
      if (isRunning) timers -= 1
      isRunning = false
    }
    const stop = runtimeTimer(ms, () => {
      end()
      onTime()
    })
    return () => {
      end()
      stop()
    }
  }
  const limits = { timeout: 20, deadline: 2000, maxRetries: 1 }
  const options = { ...fake.credentials, ...limits, sleep: async () => {} }
  const outcome = await Promise.resolve(call(createHostClient(options, { ...fake, timer }))).catch(
    (error) => error,
  )
  if (outcome instanceof Error) expect(isWeComError(outcome), `${outcome.stack}`).toBe(true)
  await new Promise((resolve) => setImmediate(resolve))
  expect(timers).toBe(0)
}

interface BrokenResponse {
  kind: string
  respond: () => Response | Promise<Response>
}

const json = { headers: { 'content-type': 'application/json' } }

/** Responses that are broken in every way that a network, a proxy or a server has. */
function broken(valid: Arbitrary<unknown>): Arbitrary<BrokenResponse> {
  const text = valid.map((value) => JSON.stringify(value))
  const kind = (
    kind: string,
    body: Arbitrary<ConstructorParameters<typeof Response>[0]>,
    init: ResponseInit = json,
  ) => body.map((content) => ({ kind, respond: () => new Response(content, init) }))
  return fc.oneof(
    kind(
      'truncated',
      fc.tuple(text, fc.nat()).map(([whole, at]) => whole.slice(0, at % whole.length)),
    ),
    kind(
      'fields of another type',
      valid.chain(withWrongTypes).map((value) => JSON.stringify(value)),
    ),
    kind('any JSON', fc.json()),
    kind('any text', fc.string({ unit: 'binary' })),
    kind('HTML', fc.constant('<!DOCTYPE html><html><body>502 Bad Gateway</body></html>')),
    kind('empty', fc.constantFrom('', ' ', '\n')),
    kind('null', fc.constant('null')),
    kind('huge', fc.constant(`{"errcode":0,"title":"${'x'.repeat(300_000)}"}`)),
    kind('huge and deep', fc.constant('['.repeat(100_000))),
    kind(
      'another charset',
      text.map((whole) => utf16(whole)),
    ),
    kind(
      'any bytes',
      fc.uint8Array().map((bytes) => Uint8Array.from(bytes)),
    ),
    fc
      .constantFrom(300, 400, 404, 429, 500, 503, 599)
      .chain((status) => kind('HTTP', text, { status })),
    fc
      .constantFrom(204, 205, 304)
      .chain((status) => kind('no content', fc.constant(null), { status })),
    text.map((whole) => ({
      kind: 'closed half-way',
      respond: () => closedAfter(whole.slice(0, 40)),
    })),
    fc.constantFrom<BrokenResponse>(
      { kind: 'no connection', respond: () => Promise.reject(new TypeError('fetch failed')) },
      { kind: 'a fetch that throws text', respond: () => Promise.reject('no') },
      { kind: 'a fetch that throws nothing', respond: () => Promise.reject(undefined) },
      { kind: 'silence', respond: () => new Promise<never>(() => {}) },
      { kind: 'a body that never ends', respond: () => new Response(new ReadableStream()) },
    ),
  )
}

/** The value with one of its parts, at any depth, replaced by something else. */
function withWrongTypes(value: unknown): Arbitrary<unknown> {
  const wrong = fc.constantFrom<unknown>(
    null,
    0,
    -1,
    1e300,
    '',
    'x',
    true,
    [],
    [null],
    {},
    { a: [] },
  )
  return fc.tuple(wrong, fc.nat()).map(([replacement, pick]) => {
    const copy: Record<string, unknown> = structuredClone({ value })
    const places: [holder: Record<string, unknown>, key: string][] = []
    const visit = (holder: Record<string, unknown>) => {
      for (const key of Object.keys(holder)) {
        places.push([holder, key])
        const child = holder[key]
        if (typeof child === 'object' && child !== null) visit(child as Record<string, unknown>)
      }
    }
    visit(copy)
    const [holder, key] = places[pick % places.length] ?? [copy, 'value']
    holder[key] = replacement
    return copy.value
  })
}

function utf16(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([...text].flatMap((letter) => [letter.charCodeAt(0) & 255, 0]))
}

function closedAfter(start: string): Response {
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode(start)),
    pull: (controller) => controller.error(new TypeError('terminated')),
  })
  return new Response(body, json)
}
