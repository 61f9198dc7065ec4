/** What WeCom answered, and the HTTP response that carried it (its body already read). */
export interface DataWithResponse<Data> {
  /** What WeCom answered, what the pages contradict resolved. */
  data: Data
  /** The response, without its address: that holds the token. */
  response: Response
}

/** A call under way: a promise of its data that can also give the HTTP response. */
export interface Call<Data> extends Promise<Data> {
  /**
   * The data together with the HTTP response.
   *
   * @example
   * const { data, response } = await wecom.meetings.get({ meetingid }).withResponse()
   */
  withResponse(): Promise<DataWithResponse<Data>>
}

/** Makes a call out of the promise of both. */
export function toCall<Data>(both: Promise<DataWithResponse<Data>>): Call<Data> {
  const data = both.then((answer) => answer.data)
  function withResponse(): Promise<DataWithResponse<Data>> {
    // Whoever takes both may leave the data alone; without this its failure would count as unhandled.
    data.catch(() => {})
    return both.then((answer) => ({ ...answer }))
  }
  return Object.assign(data, { withResponse })
}
