/** What the spec or the files beside it lack for the client to be made; one sentence that says what to do. */
export class SpecError extends Error {}
