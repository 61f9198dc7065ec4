import { describe, expect, test } from 'vitest'
import { localizeDocument } from './localizeDocument.ts'
import { readSpec } from './readSpec.ts'

const document = {
  info: { title: 'T', 'x-title-zh': '题' },
  tags: [{ name: 'Token', 'x-displayName-zh': '凭证', description: 'D', 'x-description-zh': '述' }],
  schema: {
    description: 'State.',
    'x-description-zh': '状态。',
    'x-extensible-enum': [1, 2],
    'x-enum-varnames': ['A', 'B'],
    'x-enum-descriptions': ['first', 'second'],
    'x-enum-descriptions-zh': ['一', '二'],
    properties: {
      description: { type: 'string', description: 'Of it.', 'x-description-zh': '其述。' },
    },
  },
}

test('Chinese texts take the place of the English ones', () => {
  expect(localizeDocument(document, 'zh')).toEqual({
    info: { title: '题' },
    tags: [{ name: 'Token', 'x-displayName': '凭证', description: '述' }],
    schema: {
      description: '状态。\n\n- `1`: 一\n- `2`: 二',
      'x-extensible-enum': [1, 2],
      'x-enum-varnames': ['A', 'B'],
      'x-enum-descriptions': ['一', '二'],
      properties: { description: { type: 'string', description: '其述。' } },
    },
  })
})

test('in English the texts stay, the Chinese ones go', () => {
  expect(localizeDocument(document, 'en')).toMatchObject({
    info: { title: 'T' },
    tags: [{ name: 'Token', description: 'D' }],
    schema: { description: 'State.\n\n- `1`: first\n- `2`: second' },
  })
  expect(JSON.stringify(localizeDocument(document, 'en'))).not.toMatch(/-zh"/)
})

describe("the project's own document", () => {
  const spec = readSpec()

  test('has no English description left in Chinese, and no Chinese one in English', () => {
    const [english, chinese] = [localizeDocument(spec, 'en'), localizeDocument(spec, 'zh')]
    const texts = descriptions(chinese)
    expect(texts.length).toBeGreaterThan(200)
    expect(texts.filter((text) => !/[\u4e00-\u9fff]/.test(text))).toEqual([])
    expect(descriptions(english).filter((text) => /^[\u4e00-\u9fff]/.test(text))).toEqual([])
    expect(JSON.stringify(chinese)).not.toMatch(/"x-[\w-]+-zh"/)
  })

  test('keeps everything that is not a text', () => {
    expect(skeleton(localizeDocument(spec, 'zh'))).toEqual(skeleton(localizeDocument(spec, 'en')))
  })
})

const texts = [
  'title',
  'summary',
  'meaning',
  'fix',
  'description',
  'x-displayName',
  'x-enum-descriptions',
  'example',
]

function descriptions(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return []
  const { description, value, ...rest } = node as Record<string, unknown>
  const own = typeof description === 'string' && value === undefined ? [description] : []
  return [...own, ...Object.values(rest).flatMap(descriptions)]
}

function skeleton(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(skeleton)
  if (typeof node !== 'object' || node === null) return node
  const kept = Object.entries(node).filter(
    ([name, value]) =>
      !texts.includes(name) || (typeof value === 'object' && !Array.isArray(value)),
  )
  return Object.fromEntries(kept.map(([name, value]) => [name, skeleton(value)]))
}
