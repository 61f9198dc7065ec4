import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { manifestOf } from './packNode.mts'

/**
 * An npm registry on loopback, for an n8n that is started with `env`.
 *
 * n8n takes a registry other than npm's own only with a license. But it installs with the npm that it
 * finds in its PATH: there is one that asks this registry instead, whatever n8n says. Everything else
 * that n8n asks for beyond this machine goes to a proxy that does not exist.
 */
export class NpmRegistry {
  /** The paths that were asked for, in order. */
  readonly requests: string[] = []
  readonly env: Record<string, string>
  readonly #server: Server
  readonly #binDir = mkdtempSync(join(tmpdir(), 'wecom-npm-'))
  readonly #resources = new Map<string, object | Buffer>()
  readonly #versions: Record<string, object> = {}

  private constructor(server: Server) {
    this.#server = server
    // The last --registry counts; without the first folder, PATH leads to the machine's npm.
    const npm = `#!/bin/sh\nPATH="\${PATH#*:}"\nexec npm "$@" --registry=${this.#url}\n`
    writeFileSync(join(this.#binDir, 'npm'), npm, { mode: 0o755 })
    this.env = {
      PATH: `${this.#binDir}:${process.env.PATH}`,
      HTTPS_PROXY: 'http://127.0.0.1:1',
      NO_PROXY: '127.0.0.1,localhost',
    }
    server.on('request', ({ url = '/' }, response) => {
      this.requests.push(url)
      const found = this.#resources.get(url)
      response.statusCode = found ? 200 : 404
      response.end(
        found instanceof Buffer ? found : JSON.stringify(found ?? { error: 'Not found' }),
      )
    })
  }

  static async start(): Promise<NpmRegistry> {
    const server = createServer()
    await once(server.listen(0, '127.0.0.1'), 'listening')
    return new NpmRegistry(server)
  }

  /**
   * Publishes a package; the last one published is the latest.
   *
   * @see https://github.com/npm/registry/blob/main/docs/REGISTRY-API.md
   */
  publish(tarball: string): void {
    const content = readFileSync(tarball)
    const manifest = manifestOf(tarball)
    const { name, version } = manifest
    const path = `/${name}/-/${name}-${version}.tgz`
    const integrity = `sha512-${createHash('sha512').update(content).digest('base64')}`
    this.#resources.set(path, content)
    this.#versions[version] = { ...manifest, dist: { tarball: `${this.#url}${path}`, integrity } }
    const versions = this.#versions
    this.#resources.set(`/${name}`, { name, 'dist-tags': { latest: version }, versions })
  }

  stop(): void {
    this.#server.closeAllConnections()
    this.#server.close()
    rmSync(this.#binDir, { recursive: true, force: true })
  }

  get #url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }
}
