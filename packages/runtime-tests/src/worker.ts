import type { MockAddress } from './connection.ts'
import { runSuite } from './suite.ts'

/** A worker that runs the suite when it is asked to. */
const worker: { fetch(request: Request): Promise<Response> } = {
  fetch: async (request) => Response.json(await runSuite((await request.json()) as MockAddress)),
}
export default worker
