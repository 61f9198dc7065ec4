import { createSleep, within } from './limits.ts'
import { checkOptions, createTypeError, MILLISECONDS, type Rule, wholeNumber } from './options.ts'
import { runtimeTimer } from './runtimeTimer.ts'
import type { TokenStore } from './tokens/tokenStore.ts'

const sleep = createSleep(runtimeTimer)

/** An ioredis client or cluster, as far as it is used here. */
export interface IoRedisClient {
  /** Sends one command. */
  call(command: string, ...args: string[]): Promise<unknown>
  /** Whether it is connected: `ready` when it is. */
  readonly status: string
}

/** A node-redis client or pool, as far as it is used here. */
export interface NodeRedisClient {
  /** Sends one command. */
  sendCommand(args: string[]): Promise<unknown>
  /** Whether it has been told to connect. */
  readonly isOpen: boolean
  /** Whether it is connected; a pool does not say. */
  readonly isReady?: boolean
}

/** A node-redis cluster, as far as it is used here. */
export interface NodeRedisCluster extends Omit<NodeRedisClient, 'sendCommand'> {
  /** Sends one command to the node that has the key. */
  sendCommand(key: string, isReadonly: boolean, args: string[]): Promise<unknown>
  /** Its nodes: what tells it from a client. */
  readonly masters: unknown
}

/** What a `redisTokenStore` takes. */
export type AnyRedis = IoRedisClient | NodeRedisClient | NodeRedisCluster

/** How a `redisTokenStore` keeps tokens. */
export interface RedisTokenStoreOptions {
  /** What every key begins with. @default 'wecom-meeting:' */
  prefix?: string
  /**
   * How long a process may take to renew a token, in milliseconds; then another one may try as well.
   * Others wait that long for one that died. A renewal that takes longer costs a second request for the
   * token, and no more. @default 30000
   */
  lockTime?: number
  /**
   * How long Redis may take to respond to one command, in milliseconds; then the client goes on without it.
   * 0 is no limit. @default 1000
   */
  commandTimeout?: number
}

// A lock and a token are removed only by whoever they belong to: another process may have both by now.
const RELEASE = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end`
const DELETE = `local stored = redis.call('get', KEYS[1])
local isRead, value = pcall(cjson.decode, stored)
if isRead and type(value) == 'table' and value.token == ARGV[1] then return redis.call('del', KEYS[1]) end`

/**
 * Keeps tokens in Redis, so that many processes share one, and lets only one of them renew it.
 *
 * Tokens stand there in plain text until they end: whoever can read that Redis can use them. The
 * secret is not there. While Redis is away, each process gets a token of its own, and says so to
 * `onToken` and the logger (`store-failed`).
 *
 * @param redis A connected ioredis or node-redis client, a cluster or a pool of theirs, whose user may `GET`, `SET`
 *   and `EVAL`. It stays yours to close.
 * @throws {TypeError} If it is no such client or not connected, or an option is wrong.
 * @example
 * import { createWeComClient } from '@wecom-meeting/client'
 * import { redisTokenStore } from '@wecom-meeting/client/redis'
 * import { Redis } from 'ioredis'
 *
 * const tokenStore = redisTokenStore(new Redis('redis://127.0.0.1:6379'))
 * const wecom = createWeComClient({ corpId, corpSecret, tokenStore })
 * @see https://developer.work.weixin.qq.com/document/path/91039
 */
export function redisTokenStore(
  redis: AnyRedis,
  options: RedisTokenStoreOptions = {},
): Required<TokenStore> {
  const { call, sendCommand, status, isOpen } = Object(redis)
  if (typeof (call ?? sendCommand) !== 'function') {
    throw createTypeError('redis', redis, 'a connected ioredis or node-redis client')
  }
  if (status === 'end' || isOpen === false) {
    throw new TypeError('redis is not connected; call its connect() first.')
  }
  checkOptions(options, OPTIONS)
  const { prefix = 'wecom-meeting:', lockTime = 30_000, commandTimeout: ms = 1000 } = options

  async function command(...args: string[]): Promise<unknown> {
    if (isAway(redis)) throw new Error('Redis is not connected.')
    const limited = { operation: `Redis ${args[0]}`, timer: runtimeTimer }
    return await within(undefined, () => send(redis, args), limited, ms)
  }

  return {
    async get(key) {
      const stored = await command('GET', prefix + key)
      try {
        return JSON.parse(`${stored}`) ?? undefined
      } catch {
        // Not a token of ours; what is wrong with it is not said, since that would repeat it.
        return undefined
      }
    },
    async set(key, token) {
      const life = Math.floor(token.expiresAt - Date.now())
      if (life > 0) await command('SET', prefix + key, JSON.stringify(token), 'PX', `${life}`)
    },
    async delete(key, token) {
      await command('EVAL', DELETE, '1', prefix + key, token)
    },
    async lock(key, signal) {
      const lockKey = `${prefix}lock:${key}`
      const mine = crypto.randomUUID()
      while ((await command('SET', lockKey, mine, 'NX', 'PX', `${lockTime}`)) !== 'OK') {
        // At most as long as the lock can last: Redis ends it by itself.
        await sleep(10 + Math.random() * 40, signal)
      }
      return async () => void (await command('EVAL', RELEASE, '1', lockKey, mine))
    },
  }
}

const OPTIONS: Record<string, Rule> = {
  prefix: [(value) => typeof value === 'string', 'text'],
  lockTime: [wholeNumber(1)[0], 'whole milliseconds above 0'],
  commandTimeout: MILLISECONDS,
}

/** Both clients keep commands for later while they try to connect again; nobody would wait for those. */
function isAway(redis: AnyRedis): boolean {
  if ('call' in redis) return ['reconnecting', 'close', 'end'].includes(redis.status)
  return !(redis.isReady ?? redis.isOpen)
}

function send(redis: AnyRedis, args: string[]): Promise<unknown> {
  const [name = '', ...rest] = args
  if ('call' in redis) return redis.call(name, ...rest)
  if (!('masters' in redis)) return redis.sendCommand(args)
  // A script is followed by the number of its keys.
  return redis.sendCommand(rest[name === 'EVAL' ? 2 : 0] as string, false, args)
}
