import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LoopbackRegistry } from '../../../../release/LoopbackRegistry.ts'

/**
 * An npm registry on loopback, for an n8n that is started with `env`.
 *
 * n8n takes a registry other than npm's own only with a license. But it installs with the npm that it
 * finds in its PATH: there is one that asks this registry instead, whatever n8n says. Everything else
 * that n8n asks for beyond this machine goes to a proxy that does not exist.
 */
export class NpmRegistry {
  readonly env: Record<string, string>
  readonly #registry: LoopbackRegistry
  readonly #binDir = mkdtempSync(join(tmpdir(), 'wecom-npm-'))

  private constructor(registry: LoopbackRegistry) {
    this.#registry = registry
    // The last --registry counts; without the first folder, PATH leads to the machine's npm.
    const npm = `#!/bin/sh\nPATH="\${PATH#*:}"\nexec npm "$@" --registry=${registry.url}\n`
    writeFileSync(join(this.#binDir, 'npm'), npm, { mode: 0o755 })
    this.env = {
      PATH: `${this.#binDir}:${process.env.PATH}`,
      HTTPS_PROXY: 'http://127.0.0.1:1',
      NO_PROXY: '127.0.0.1,localhost',
    }
  }

  static async start(): Promise<NpmRegistry> {
    return new NpmRegistry(await LoopbackRegistry.start())
  }

  /** The paths that were asked for, in order. */
  get requests(): string[] {
    return this.#registry.requests
  }

  /** Publishes a package; the last one published is the latest. */
  publish(tarball: string): void {
    this.#registry.publish(tarball)
  }

  stop(): void {
    this.#registry.stop()
    rmSync(this.#binDir, { recursive: true, force: true })
  }
}
