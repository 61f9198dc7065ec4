import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { operations } from '../nodes/WeComMeeting/operations/index.ts'

describe.each(['README.md', 'README.zh-CN.md'])('%s', (page) => {
  const text = readFileSync(join(import.meta.dirname, '..', page), 'utf8')

  it.each(operations.map(({ resource, name }) => [resource.name, name]))(
    'says what comes out of %s → %s',
    (resource, operation) => {
      // The Chinese page adds the resource's Chinese name in brackets.
      const row = new RegExp(`^\\| ${resource}(（.+）)? *\\| ${operation} +\\| \\S`, 'm')
      expect(text).toMatch(row)
    },
  )
})
