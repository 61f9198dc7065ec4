/**
 * A `Request` that remembers its body as text, so that the call can be sent again without reading
 * a stream back.
 */
export class ApiRequest extends Request {
  readonly payload: string | undefined

  constructor(input: string | URL | Request, init?: RequestInit) {
    super(input, init)
    this.payload = typeof init?.body === 'string' ? init.body : undefined
  }
}
