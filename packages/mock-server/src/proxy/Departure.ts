/** In which way something departs from the spec. */
export type DepartureKind =
  /** The spec has the field and says otherwise: its type, its range, its form. */
  | 'invalid'
  | 'missing-field'
  | 'undocumented-field'
  /** A coded value that the spec does not list, an errcode among them. */
  | 'undocumented-value'
  | 'undocumented-parameter'
  | 'http-status'
  | 'content-type'
  /** No body, or one that is not JSON. */
  | 'body'
  | 'wrong-method'

/** One place where a request or an answer departs from the spec. */
export interface Departure {
  side: 'request' | 'answer'
  kind: DepartureKind
  /** The field: `enroll_list[].status`; of a request also `query.corpid`. Empty for the body itself. */
  place: string
  expected: string
  /** Type and shape of what came, never the value, unless it is one of the spec's own coded kinds. */
  came: string
  /** What came, for those who ask for values. */
  value?: unknown
}
