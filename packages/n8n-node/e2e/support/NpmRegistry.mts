import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate } from 'selfsigned'
import { manifestOf } from './packNode.mts'

interface Version {
  tarball: Buffer
  manifest: { name: string; version: string }
}

/**
 * Stands for npm's registry before an n8n that is started with `env`: n8n takes another one only with a
 * license for that.
 *
 * n8n and the npm that it calls meet it as they meet the real one, under its name and through TLS. A
 * proxy on loopback, which their environment names, leads there, and refuses every other host: with
 * it, no n8n under test reaches anything but this machine.
 */
export class NpmRegistry {
  /** What has been asked for, in order: paths at the registry, and `host:port` where refused. */
  readonly requests: string[] = []
  /** What leads a process to this registry. */
  readonly env: Record<string, string>
  readonly #host: string
  readonly #proxy: Server
  readonly #certificateDir: string
  readonly #versions: Version[] = []

  private constructor(host: string, proxy: Server, certificateDir: string) {
    this.#host = host
    const { port } = proxy.address() as AddressInfo
    this.#proxy = proxy
    this.#certificateDir = certificateDir
    this.env = {
      HTTPS_PROXY: `http://127.0.0.1:${port}`,
      NO_PROXY: '127.0.0.1,localhost',
      NODE_EXTRA_CA_CERTS: certificateFile(certificateDir),
    }
  }

  static async start(): Promise<NpmRegistry> {
    const host = defaultRegistryHost()
    const { cert, private: key } = await generate([{ name: 'commonName', value: host }], {
      extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: host }] }],
    })
    const certificateDir = mkdtempSync(join(tmpdir(), 'wecom-npm-registry-'))
    writeFileSync(certificateFile(certificateDir), cert)

    const proxy = createServer((_, response) => response.writeHead(403).end())
    await once(proxy.listen(0, '127.0.0.1'), 'listening')
    const registry = new NpmRegistry(host, proxy, certificateDir)
    const tls = createTlsServer({ cert, key }, (request, response) =>
      registry.#answer(request, response),
    )
    proxy.on('connect', ({ url }, socket) => {
      // An n8n that is stopped breaks off what it has asked for.
      socket.on('error', () => socket.destroy())
      if (url !== `${host}:443`) {
        registry.requests.push(String(url))
        socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
        return
      }
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      tls.emit('connection', socket)
    })
    return registry
  }

  /** Publishes a package; the last one published is the latest. */
  publish(tarball: string): void {
    this.#versions.push({ tarball: readFileSync(tarball), manifest: manifestOf(tarball) })
  }

  stop(): void {
    this.#proxy.closeAllConnections()
    this.#proxy.close()
    rmSync(this.#certificateDir, { recursive: true, force: true })
  }

  #answer({ url = '/' }: IncomingMessage, response: ServerResponse): void {
    this.requests.push(url)
    const body = this.#resource(decodeURIComponent(url.slice(1)))
    if (body instanceof Buffer) return void response.end(body)
    response.writeHead(body ? 200 : 404, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body ?? { error: 'Not found' }))
  }

  /** @see https://github.com/npm/registry/blob/main/docs/REGISTRY-API.md */
  #resource(path: string): object | Buffer | undefined {
    const latest = this.#versions.at(-1)
    const name = latest?.manifest.name
    if (path === name) {
      return {
        name,
        'dist-tags': { latest: latest?.manifest.version },
        versions: Object.fromEntries(
          this.#versions.map((one) => [one.manifest.version, this.#published(one)]),
        ),
      }
    }
    if (latest && path === `${name}/latest`) return this.#published(latest)
    for (const one of this.#versions) {
      if (path === `${name}/${one.manifest.version}`) return this.#published(one)
      if (path === tarballPath(one)) return one.tarball
    }
    return undefined
  }

  #published(version: Version): object {
    const { tarball, manifest } = version
    return {
      ...manifest,
      dist: {
        tarball: `https://${this.#host}/${tarballPath(version)}`,
        shasum: createHash('sha1').update(tarball).digest('hex'),
        integrity: `sha512-${createHash('sha512').update(tarball).digest('base64')}`,
      },
    }
  }
}

/** The host that npm, and with it n8n, asks where nobody has set another. */
function defaultRegistryHost(): string {
  const missing = (name: string) => join(tmpdir(), `wecom-no-${name}-npmrc`)
  const env = {
    PATH: process.env.PATH,
    npm_config_userconfig: missing('user'),
    npm_config_globalconfig: missing('global'),
  }
  const command = ['config', 'get', 'registry']
  return new URL(execFileSync('npm', command, { cwd: tmpdir(), env, encoding: 'utf8' })).host
}

function tarballPath({ manifest: { name, version } }: Version): string {
  return `${name}/-/${name}-${version}.tgz`
}

function certificateFile(dir: string): string {
  return join(dir, 'certificate.pem')
}
