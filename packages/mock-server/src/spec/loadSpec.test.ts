import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { loadSpec } from './loadSpec.ts'

const folder = mkdtempSync(join(tmpdir(), 'wecom-meeting-mock-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('refuses a document and says where and why', () => {
  test.each([
    ['syntax.yaml', 'openapi: 3.1.0\npaths: {\n', /syntax\.yaml:\d+:\d+: /],
    ['other.yaml', 'swagger: "2.0"', /other\.yaml: not an OpenAPI 3 document/],
    ['empty.yaml', 'openapi: 3.1.0\npaths: {}', /empty\.yaml: "paths" is missing or empty/],
    [
      'errcodes.yaml',
      'openapi: 3.1.0\npaths: { /a: { get: { operationId: a, responses: {} } } }',
      /errcodes\.yaml: .*x-errcodes/,
    ],
    [
      'nameless.yaml',
      'openapi: 3.1.0\nx-errcodes: {}\npaths: { /a: { get: { responses: {} } } }',
      /nameless\.yaml: get \/a has no operationId/,
    ],
    [
      'ref.yaml',
      'openapi: 3.1.0\nx-errcodes: {}\npaths: { /a: { $ref: "#/nowhere" } }',
      /ref\.yaml: .*nowhere/,
    ],
  ])('%s', async (name, text, message) => {
    const path = join(folder, name)
    writeFileSync(path, text)
    await expect(loadSpec(path)).rejects.toThrow(message)
  })

  test('that is not there', async () => {
    const path = join(folder, 'nothing.yaml')
    await expect(loadSpec(path)).rejects.toThrow(`${path}: no such file`)
  })
})
