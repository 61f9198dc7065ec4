import { type Answer, responseOf } from '../transport/exchange.ts'

/** What WeCom answered, and the HTTP response that carried it. */
export interface DataWithResponse<Data> {
  /** What WeCom answered, what the pages contradict resolved. */
  data: Data
  /**
   * The response, its body still to be read: the text that `data` was made from. It is a copy without
   * its address, since that holds the token, and without the headers of how the body travelled.
   */
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

/** What a call ends in. */
export interface AnsweredCall<Data> {
  data: Data
  answer: Pick<Answer, 'text' | 'response'>
}

/** Makes a call out of the promise of its end. */
export function toCall<Data>(ended: Promise<AnsweredCall<Data>>): Call<Data> {
  const data = ended.then((end) => end.data)
  function withResponse(): Promise<DataWithResponse<Data>> {
    // Whoever takes both may leave the data alone; without this its failure would count as unhandled.
    data.catch(() => {})
    return ended.then(({ data, answer }) => ({ data, response: responseOf(answer) }))
  }
  return Object.assign(data, { withResponse })
}
