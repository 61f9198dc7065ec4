/** Base of every error that this client throws on purpose. */
export class WeComError extends Error {
  override name: string = 'WeComError'
}
