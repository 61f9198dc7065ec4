import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import getPort, { portNumbers } from 'get-port'
import { n8nProgram } from './installN8n.mts'

const START_LIMIT_MS = 240_000

/** One n8n with a folder and ports of its own. It reaches nothing but this machine. */
export class N8nServer {
  readonly url: string
  readonly #env: NodeJS.ProcessEnv
  readonly #userFolder: string
  #process: ChildProcess | undefined
  #log = ''

  private constructor(url: string, userFolder: string, env: NodeJS.ProcessEnv) {
    this.url = url
    this.#userFolder = userFolder
    this.#env = env
  }

  /** Starts a new n8n, which finds npm's registry where `registryEnv` leads. */
  static async start(
    registryEnv: Record<string, string>,
    extraEnv: NodeJS.ProcessEnv = {},
  ): Promise<N8nServer> {
    const userFolder = mkdtempSync(join(tmpdir(), 'wecom-n8n-'))
    const port = await findPort()
    const url = `http://127.0.0.1:${port}`
    const env = { ...(await environment(userFolder, port)), ...registryEnv, ...extraEnv }
    const server = new N8nServer(url, userFolder, env)
    await server.up()
    return server
  }

  /** Starts the process and waits until n8n answers. */
  async up(): Promise<void> {
    const child = spawn(process.execPath, [n8nProgram, 'start'], { env: this.#env })
    this.#process = child
    child.stdout.on('data', (text) => this.#remember(text))
    child.stderr.on('data', (text) => this.#remember(text))
    const deadline = Date.now() + START_LIMIT_MS
    while (!(await this.#isReady())) {
      if (child.exitCode !== null || child.signalCode !== null || Date.now() > deadline) {
        throw new Error(`n8n did not start:\n${this.#log}`)
      }
      await wait(250)
    }
  }

  /** Ends the process; what n8n has stored stays. */
  async down(): Promise<void> {
    const child = this.#process
    this.#process = undefined
    if (!child || child.exitCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
  }

  /** Ends the process and removes everything that n8n has stored. */
  async remove(): Promise<void> {
    await this.down()
    rmSync(this.#userFolder, { recursive: true, force: true, maxRetries: 5 })
  }

  /** The environment that this n8n runs in, for workers that join it. */
  get env(): NodeJS.ProcessEnv {
    return this.#env
  }

  async #isReady(): Promise<boolean> {
    return fetch(`${this.url}/healthz/readiness`).then(
      ({ ok }) => ok,
      () => false,
    )
  }

  #remember(text: unknown): void {
    this.#log = `${this.#log}${text}`.slice(-20_000)
  }
}

async function environment(userFolder: string, port: number): Promise<NodeJS.ProcessEnv> {
  return {
    ...inheritedEnvironment(),
    N8N_USER_FOLDER: userFolder,
    // The npm that n8n installs with: as on a machine on which nobody has set anything.
    npm_config_cache: join(userFolder, 'npm-cache'),
    npm_config_userconfig: join(userFolder, 'no-npmrc'),
    npm_config_globalconfig: join(userFolder, 'no-global-npmrc'),
    npm_config_update_notifier: 'false',
    N8N_ENCRYPTION_KEY: 'end-to-end-tests-only',
    N8N_LISTEN_ADDRESS: '127.0.0.1',
    N8N_PORT: String(port),
    N8N_RUNNERS_BROKER_PORT: String(await findPort()),
    N8N_SECURE_COOKIE: 'false',
    N8N_DIAGNOSTICS_ENABLED: 'false',
    N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
    N8N_TEMPLATES_ENABLED: 'false',
    N8N_PERSONALIZATION_ENABLED: 'false',
    N8N_HIRING_BANNER_ENABLED: 'false',
    N8N_LOG_LEVEL: 'info',
    GENERIC_TIMEZONE: 'Asia/Shanghai',
    // Where the example workflows write their files.
    N8N_RESTRICT_FILE_ACCESS_TO: userFolder,
  }
}

/** What is set for the test runner, for npm and for proxies would change how n8n behaves. */
function inheritedEnvironment(): NodeJS.ProcessEnv {
  const isOurs = /^(NODE_ENV|NODE_OPTIONS|VITEST|npm_config_.*|.*_proxy)$/i
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !isOurs.test(name)))
}

/**
 * Finds a free port below those that systems give to outgoing connections: an n8n that is started again needs
 * the same ones.
 */
export function findPort(): Promise<number> {
  const from = 15_000 + Math.floor(Math.random() * 10_000)
  return getPort({ host: '127.0.0.1', port: portNumbers(from, from + 1000) })
}
