/**
 * A `Response` to a body that is there as text already. A stock one makes a stream of it, only to
 * collect the text again: for an answer of WeCom's that took longer than parsing it.
 */
export class TextResponse extends Response {
  readonly #text: string

  constructor(text: string, init: ResponseInit) {
    super(null, init)
    this.#text = text
  }

  override text = async (): Promise<string> => this.#text
}
