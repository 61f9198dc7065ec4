import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'

interface Manifest {
  name: string
  version: string
}

/** What `npm publish` sends. */
interface Publication {
  name: string
  versions: Record<string, Manifest>
  _attachments: Record<string, { data: string }>
}

/** The `package.json` in a tarball. */
export function manifestOf(tarball: string): Manifest {
  return JSON.parse(
    execFileSync('tar', ['-xzOf', tarball, 'package/package.json'], { encoding: 'utf8' }),
  )
}

/**
 * An npm registry on 127.0.0.1 that takes what is published and gives it out. Every other package it
 * leaves to the registry `upstream`, or does not know.
 *
 * @see https://github.com/npm/registry/blob/main/docs/REGISTRY-API.md
 */
export class LoopbackRegistry {
  /** The paths that were asked for, in order. */
  readonly requests: string[] = []
  readonly #server: Server
  readonly #upstream: string | undefined
  readonly #tarballs = new Map<string, Buffer>()
  readonly #versions = new Map<string, Record<string, object>>()

  private constructor(server: Server, upstream: string | undefined) {
    this.#server = server
    this.#upstream = upstream
    server.on('request', (request, response) => void this.#respond(request, response))
  }

  static async start({ upstream }: { upstream?: string } = {}): Promise<LoopbackRegistry> {
    const server = createServer()
    await once(server.listen(0, '127.0.0.1'), 'listening')
    return new LoopbackRegistry(server, upstream)
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** Publishes a package without npm; the last one published is the latest. */
  publish(tarball: string): void {
    this.#add(manifestOf(tarball), readFileSync(tarball))
  }

  stop(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  #add(manifest: Manifest, content: Buffer): void {
    const { name, version } = manifest
    const path = `/${name}/-/${name.split('/').at(-1)}-${version}.tgz`
    const integrity = `sha512-${createHash('sha512').update(content).digest('base64')}`
    this.#tarballs.set(path, content)
    const versions = this.#versions.get(name) ?? {}
    versions[version] = { ...manifest, dist: { tarball: this.url + path, integrity } }
    this.#versions.set(name, versions)
  }

  async #respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = decodeURIComponent(request.url ?? '/').replace(/\?.*/s, '')
    this.requests.push(path)
    if (request.method === 'PUT') {
      const { name, versions, _attachments } = (await json(request)) as Publication
      const [attachment] = Object.values(_attachments)
      for (const manifest of Object.values(versions)) {
        this.#add({ ...manifest, name }, Buffer.from(attachment?.data ?? '', 'base64'))
      }
      response.writeHead(201).end('{"ok":true}')
      return
    }
    const found = this.#tarballs.get(path) ?? this.#describe(path.slice(1)) ?? this.#latest(path)
    if (!found && this.#upstream) {
      response.writeHead(307, { location: this.#upstream.replace(/\/$/, '') + request.url }).end()
      return
    }
    response.statusCode = found ? 200 : 404
    response.end(found ?? '{"error":"Not found"}')
  }

  #describe(name: string): string | undefined {
    const versions = this.#versions.get(name)
    if (!versions) return undefined
    const numbers = Object.keys(versions)
    const published = '2020-01-01T00:00:00.000Z'
    return JSON.stringify({
      name,
      'dist-tags': { latest: numbers.at(-1) },
      versions,
      // Old enough for any package manager that waits before it takes a new version.
      time: Object.fromEntries(['created', 'modified', ...numbers].map((key) => [key, published])),
    })
  }

  /** What pnpm asks for: the manifest of the version with the tag `latest`. */
  #latest(path: string): string | undefined {
    const [, name = ''] = /^\/(.+)\/latest$/.exec(path) ?? []
    const latest = Object.values(this.#versions.get(name) ?? {}).at(-1)
    return latest && JSON.stringify(latest)
  }
}
