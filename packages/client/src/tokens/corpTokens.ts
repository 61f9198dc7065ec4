import { AuthenticationError, copyCause, createFormatError, throwIfRefused } from '../errors.ts'
import { type Settings, send } from '../fetch.ts'
import { createGate, type Gate } from '../gate.ts'
import { trimCredential } from '../options.ts'
import { redactUnknown } from '../redact.ts'
import { type SharedWork, shareWork } from './sharedWork.ts'
import type { HeldToken, StoredToken, TokenSource, TokenStore } from './tokenStore.ts'

const operation = 'getToken'
/** A refused secret is not tried again for this long: several in a row block the caller's address. */
const REFUSAL_MEMORY = 60_000
/** A token is renewed this long before its end, a short-lived one after nine tenths of its life. */
const RENEWAL_MARGIN = 300_000
/** A refused token that WeCom returns again is not requested once more for this long: it stays the same. */
const SAME_TOKEN_MEMORY = 5_000
/** How long its request may take, attempts and waits included. */
const TOKEN_DEADLINE = 60_000
/** How long a token lives, in seconds, where the response does not say. */
const NORMAL_LIFE = 7200
/**
 * What counts at least and at most, in seconds. WeCom wants tokens kept, and refuses one that has ended:
 * used too long it is renewed then, while a life of nothing would cost a request per call.
 */
const SHORTEST_LIFE = 60
const LONGEST_LIFE = 86_400
/** What nobody has asked for in three hours is let go; a token lives for two. */
const LONGEST_REST = 10_800_000

/** What this process knows of one app's token. */
interface TokenState {
  secret: string
  /** What names it in a store. */
  key?: string
  current?: StoredToken | undefined
  /**
   * The last token that WeCom no longer accepted, which a store may still have, and until when it is not
   * dropped once more, should WeCom have returned it again.
   */
  dropped?: { token: string; until: number }
  /** The last renewal; while it is open there is no second one beside it. */
  renewal?: SharedWork<StoredToken> | undefined
  refusal?: { error: AuthenticationError; until: number }
  /** Of a corp in place of an app: what its requests pass. */
  gate?: Gate
  /** When somebody last asked for it. */
  usedAt: number
}

const inMemory: object = {}
let byStore = new WeakMap<object, Map<string, TokenState>>()

/** Forgets every token of this process, and how many requests WeCom takes. Those in stores stay. */
export function forgetTokens(): void {
  byStore = new WeakMap()
}

/**
 * Finds what this process knows of an app's token, or of a corp. All clients in the process share it, so that a token
 * is requested once; clients with a store of their own share it with those who have the same store.
 */
function findState(owner: object = inMemory, id: readonly string[], time: number): TokenState {
  const states = byStore.get(owner) ?? new Map<string, TokenState>()
  byStore.set(owner, states)
  const name = JSON.stringify(id)
  const known = states.get(name)
  const state = known ?? { secret: id[2] ?? '', usedAt: time }
  state.usedAt = time
  // Put at the end, so that the first ones are those that have rested longest.
  states.delete(name)
  states.set(name, state)
  // The gate of a known corp is asked for before its app's token: cleaning up then could drop that app's state.
  const isKnownCorp = known && id.length === 2
  if (!isKnownCorp) forgetResting(states, time)
  return state
}

/** Forgets what nobody has asked for in a long time. */
function forgetResting(states: Map<string, TokenState>, time: number): void {
  for (const [name, { usedAt }] of states) {
    if (time - usedAt < LONGEST_REST) return
    states.delete(name)
  }
}

/**
 * Whether it can be a token: text that an address can hold, which half a character cannot. WeCom's have at most 512
 * bytes; four times as many are let through.
 *
 * @see https://developer.work.weixin.qq.com/document/path/91039
 */
const isToken = (value: unknown): value is string =>
  typeof value === 'string' && /^\P{Cs}{1,2048}$/u.test(value)

/** The SHA-256 of a secret, in base64. */
async function hash(secret: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))
  return btoa(String.fromCharCode(...new Uint8Array(digest)))
}

/**
 * Creates the source of one app's token: requested once however many callers wait, renewed before it
 * ends, and used on where that fails.
 *
 * @see https://developer.work.weixin.qq.com/document/path/91039
 */
export function createCorpTokenSource(settings: Settings): TokenSource {
  const { baseUrl, tokenStore: store, now, clock, emit, errorTexts } = settings
  const corpId = trimCredential('corpId', settings.corpId)
  const { corpSecret } = settings
  const given =
    typeof corpSecret === 'function' ? corpSecret : trimCredential('corpSecret', corpSecret)
  /** The secret as it was last given. */
  let secret = typeof given === 'string' ? given : ''

  const findApp = () => findState(store, [baseUrl, corpId, secret], clock())

  /** Finds the app's state; where it has no token, for the secret that counts by now. */
  async function findCurrentApp(): Promise<TokenState> {
    const state = findApp()
    if (isAlive(state.current) || typeof given === 'string') return state
    secret = trimCredential('corpSecret()', await given())
    return findApp()
  }

  function isAlive(token: StoredToken | undefined): token is StoredToken {
    return token !== undefined && token.expiresAt > now()
  }

  async function get(signal?: AbortSignal): Promise<HeldToken> {
    const state = await findCurrentApp()
    signal?.throwIfAborted()
    const { current, refusal } = state
    if (isAlive(current)) return current
    if (refusal && refusal.until > clock()) throw refusal.error
    if (!state.renewal?.isOpen()) state.renewal = shareWork((ended) => renew(state, ended))
    return state.renewal.join(signal).catch((error) => {
      // The margin is there for this: until WeCom refuses it, the old token may well be good.
      if (!state.current || signal?.aborted || error instanceof AuthenticationError) throw error
      return state.current
    })
  }

  async function renew(state: TokenState, signal: AbortSignal): Promise<StoredToken> {
    const find = () =>
      inStore(state, async (store, key): Promise<StoredToken | undefined> => {
        const { token, expiresAt } = Object(await store.get(key))
        const isUsable = isToken(token) && token !== state.dropped?.token
        return isUsable && Number.isFinite(expiresAt) && expiresAt > now()
          ? { token, expiresAt }
          : undefined
      })
    let found = await find()
    // A caller that has left must not start a request that nobody waits for.
    signal.throwIfAborted()
    const release = !found && (await inStore(state, (store, key) => store.lock?.(key, signal)))
    try {
      // Whoever had the lock before may have renewed it.
      if (release) found = await find()
      state.current = found ?? (await request(state, signal))
    } finally {
      if (release) await inStore(state, release)
    }
    emit('onToken', { kind: found ? 'found' : 'issued', expiresAt: state.current.expiresAt })
    return state.current
  }

  async function request(state: TokenState, signal: AbortSignal): Promise<StoredToken> {
    const requestedAt = now()
    const withSecret = { get: async () => ({ token: state.secret }), drop: async () => {} }
    const received = await send(withSecret, {
      ...settings,
      // Those who wait for the token have deadlines of their own.
      deadline: TOKEN_DEADLINE,
      waitOnRateLimit: false,
      operation,
      idempotent: true,
      method: 'GET',
      address: `${baseUrl}/cgi-bin/gettoken`,
      query: `corpid=${encodeURIComponent(corpId)}&`,
      secretName: 'corpsecret',
      sent: { attempts: 0 },
      signal,
    })
    try {
      throwIfRefused(errorTexts, operation, received)
    } catch (error) {
      if (error instanceof AuthenticationError) {
        state.refusal = { error, until: clock() + REFUSAL_MEMORY }
      }
      throw error
    }
    const { access_token: token, expires_in } = received.body
    if (!isToken(token))
      throw createFormatError(operation, 'no access_token, or one that is too long')
    // Of an object the conversion to a number may throw.
    const said = typeof expires_in === 'object' ? NaN : Number(expires_in)
    const life = 1000 * (Math.min(Math.max(said, SHORTEST_LIFE), LONGEST_LIFE) || NORMAL_LIFE)
    const issued = { token, expiresAt: requestedAt + life - Math.min(RENEWAL_MARGIN, life / 10) }
    await inStore(state, (store, key) => store.set(key, issued), token)
    return issued
  }

  async function drop(held: HeldToken): Promise<void> {
    const state = findApp()
    const { token } = held
    const { dropped } = state
    const isGivenAgain = dropped?.token === token && clock() < dropped.until
    if (state.current !== held || isGivenAgain) return
    state.current = undefined
    state.dropped = { token, until: clock() + SAME_TOKEN_MEMORY }
    emit('onToken', { kind: 'dropped' }, 'warn')
    await inStore(state, (store, key) => store.delete(key, token), token)
  }

  /** Uses the store, if there is one; one that fails costs its benefit, not the call. */
  async function inStore<Result>(
    state: TokenState,
    use: (store: TokenStore, key: string) => Promise<Result> | undefined,
    secret = '',
  ): Promise<Result | undefined> {
    // Fake timers, which some tests use, would wait for the digest's thread.
    if (!store) return undefined
    state.key ??= `${baseUrl} ${encodeURIComponent(corpId)} ${await hash(state.secret)}`
    try {
      return await use(store, state.key)
    } catch (error) {
      const clean = (text: string) => redactUnknown(text, secret)
      emit('onToken', { kind: 'store-failed', error: copyCause(error, clean) }, 'warn')
      return undefined
    }
  }

  /** WeCom counts by corp what is under way at once, whatever the app and the store. */
  function gate(): Gate {
    const state = findState(inMemory, [baseUrl, corpId], clock())
    state.gate ??= createGate()
    return state.gate
  }

  return { get, drop, gate }
}
