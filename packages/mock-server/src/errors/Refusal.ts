/** What an operation answers instead of data: WeCom's errcode and, where it helps, what exactly was wrong. */
export class Refusal {
  readonly errcode: number
  /** Goes into `errmsg` after WeCom's own text. Never holds a token or a secret. */
  readonly detail: string | undefined
  /** Set when the body was not proper JSON; WeCom reports that at the start of `errmsg`. */
  readonly wrongJson: boolean

  constructor(
    errcode: number,
    detail?: string,
    { wrongJson = false }: { wrongJson?: boolean } = {},
  ) {
    this.errcode = errcode
    this.detail = detail
    this.wrongJson = wrongJson
  }
}
