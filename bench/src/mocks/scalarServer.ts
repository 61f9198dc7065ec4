import { readFileSync } from 'node:fs'
import { serve } from '@hono/node-server'
import { createMockServer } from '@scalar/mock-server'
import { specPath } from '@wecom-meeting/spec'

const app = await createMockServer({ document: readFileSync(specPath, 'utf8') })
serve({ fetch: app.fetch, port: Number(process.argv[2]), hostname: '127.0.0.1' })
