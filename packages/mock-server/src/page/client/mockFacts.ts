import { ask } from './mockControl.ts'

/** What the mock says of itself. */
export interface MockFacts {
  version: string
  url: string
  corpId: string
  corpSecret: string
}

let facts: Promise<MockFacts> | undefined

/** Asked once; it cannot change while the mock runs. */
export function mockFacts(): Promise<MockFacts> {
  facts ??= ask<MockFacts>('server').catch((error) => {
    facts = undefined
    throw error
  })
  return facts
}
