import { afterEach, expect, test, vi } from 'vitest'
import { lacksChromium, startChromium } from './support/chromium.ts'
import { lacksRedis, startRedis } from './support/redis.ts'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

test.each([
  ['redis-server', lacksRedis, startRedis],
  ['chromium', lacksChromium, startChromium],
])(
  'without %s, CI fails at once and says what to install; elsewhere tests are skipped',
  async (name, lacks, start) => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    vi.stubEnv('PATH', '/nowhere')
    vi.stubEnv('CHROMIUM_PATH', '/nowhere/chromium')

    vi.stubEnv('CI', 'true')
    expect(lacks()).toBe(false)
    await expect(start()).rejects.toThrow(`apt-get install ${name}`)

    vi.stubEnv('CI', '')
    expect(lacks()).toBe(true)
    expect(warn).toHaveBeenCalledWith(expect.stringContaining(`apt-get install ${name}`))
  },
)
