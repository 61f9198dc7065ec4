import { readSpec } from '@wecom-meeting/spec'
import { expect, test } from 'vitest'
import { openApiTypesFile } from './openApiTypesFile.ts'

test('doc comments are prose, with a title in a paragraph of its own', async () => {
  const code = await openApiTypesFile(readSpec())
  expect(code).not.toContain('@description')
  expect(code).toMatch(/\/\*\* When the meeting starts, .*\n *meeting_start: /)
  expect(code).toMatch(
    /\/\*\*\n *\* Meeting Code\n *\*\n *\* The code that people type to join\.\n/,
  )
  expect(code).toMatch(/\/\*\*\n *\* The corp's ID, .*\n *\* @example /)
})
