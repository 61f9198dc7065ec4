/** What Redocly hands to a rule's visitor; only the parts that the rules here use. */
export interface RuleContext {
  report(problem: { message: string; location?: Location }): void
  resolve(node: unknown): { node?: Record<string, unknown> }
  location: Location
}

/** A place in the document, for the report. */
interface Location {
  /** Such as `#/components/schemas/Meeting`. */
  pointer: string
  /** The file that it is in. */
  source: { body: string }
  child(path: readonly (string | number)[]): Location
}
