import { appendFileSync, copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { specPath } from '@wecom-meeting/spec'
import { afterAll, describe, expect, test } from 'vitest'
import { loadSpec, readPreparedSpec } from './loadSpec.ts'
import { readSpecDocument } from './readSpecDocument.ts'

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
      'schema.yaml',
      `openapi: 3.1.0
jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema
x-errcodes: {}
paths:
  /a:
    get:
      operationId: a
      responses:
        "200":
          description: a
          content: { application/json: { schema: { type: string, pattern: "(" } } }`,
      /schema\.yaml: the schema of a's response 200 is none: .*regular expression/,
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

test('the prepared form of the project’s own document is used for that very text only', async () => {
  const copy = join(folder, 'copy.yaml')
  copyFileSync(specPath, copy)
  expect(await readPreparedSpec(copy)).toBeDefined()
  appendFileSync(copy, '# changed')
  expect(await readPreparedSpec(copy)).toBeUndefined()
})

test('the prepared form is what reading the document gives', async () => {
  const prepared = await readPreparedSpec(specPath)
  const read = await readSpecDocument(specPath)
  expect(prepared?.errorTexts).toEqual(read.errorTexts)
  expect(JSON.stringify(prepared?.operations)).toBe(JSON.stringify(read.operations))
})
