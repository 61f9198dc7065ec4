import type { IncomingMessage, ServerResponse } from 'node:http'
import type { KeptRequest } from '../journal/keptRequest.ts'
import type { Received } from './receivedRequest.ts'

/** One request on WeCom's side of the mock, with what it is answered through. */
export interface Exchange {
  request: IncomingMessage
  response: ServerResponse
  received: Received
  /** Counts the requests of one server, from 1. */
  number: number
}

type Outcome = Pick<KeptRequest, 'reasons' | 'status' | 'errcode' | 'answerText'> &
  Partial<Pick<KeptRequest, 'operation' | 'bodyText' | 'fault'>>

/** What the journal keeps of an exchange that is over. */
export function keptRequest(
  { request, received, number }: Exchange,
  outcome: Outcome,
): KeptRequest {
  return {
    number,
    time: received.time,
    operation: undefined,
    method: request.method ?? '',
    path: received.target.path,
    query: received.target.query,
    bodyText: undefined,
    fault: undefined,
    ...outcome,
    duration: performance.now() - received.started,
  }
}
