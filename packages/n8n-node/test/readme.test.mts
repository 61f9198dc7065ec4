import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConnectionError, HttpError } from '@wecom-meeting/client/host'
import { describe, expect, it } from 'vitest'
import { fixFor } from '../nodes/shared/errors.ts'
import { operations } from './support/operations.mts'

const untrusted = new ConnectionError('', {
  operation: 'getMeeting',
  cause: Object.assign(new Error(), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }),
})

describe.each(['README.md', 'README.zh-CN.md'])('%s', (page) => {
  const text = readFileSync(join(import.meta.dirname, '..', page), 'utf8')

  it.each(operations.map(({ resource, name }) => [resource, name]))(
    'says what comes out of %s → %s',
    (resource, operation) => {
      // The Chinese page adds the resource's Chinese name in brackets.
      const row = new RegExp(`^\\| ${resource}(（.+）)? *\\| ${operation} +\\| \\S`, 'm')
      expect(text).toMatch(row)
    },
  )

  it('names the settings that errors name', () => {
    for (const error of [new HttpError('', { operation: 'getMeeting', status: 407 }), untrusted]) {
      const settings = fixFor(error).match(/[A-Z]+(?:_[A-Z]+)+(?==| or | in )/g) ?? []
      expect(settings.length).toBeGreaterThan(0)
      for (const setting of settings) expect(text).toContain(setting)
    }
  })
})
