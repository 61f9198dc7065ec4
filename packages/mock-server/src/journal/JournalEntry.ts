import type { components } from '../generated/control.ts'

type Schemas = components['schemas']

/**
 * One request that the mock received, and its response. Tokens and secrets are masked. In process every
 * field is there; what JSON leaves out is `undefined`.
 */
export type JournalEntry = {
  [Name in keyof Required<Schemas['JournalEntry']>]: Schemas['JournalEntry'][Name]
}

/** Whether a request keeps to the spec, and what is wrong with it if not. */
export type Verdict = Schemas['Verdict']

/** Which requests are counted; all that is given must fit. */
export type CountFilter = Schemas['CountFilter']

/** Which requests are wanted; all that is given must fit. */
export type RequestFilter = CountFilter & Pick<Schemas['RequestFilter'], 'after'>

/** How many requests are expected. */
export type Expectation = CountFilter & Pick<Schemas['Expectation'], 'times'>
