/** What the errors of a client say, in one language. */
export interface ErrorTexts {
  /** The message of a refusal; `errmsg` without the hint, address and link that WeCom appends. */
  message(operation: string, errcode: number, errmsg: string): string
  /**
   * What to do, in one sentence. `ip` is the address that the errmsg names, if it names one.
   */
  fix(errcode: number, helpUrl: string, ip: string | undefined): string
}
