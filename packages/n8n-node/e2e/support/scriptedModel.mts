import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'

/** A function that a model may call, as OpenAI's API describes it. */
interface ToolOffer {
  name: string
  description: string
  parameters: {
    properties: Record<string, { type: string; description?: string }>
    required: string[]
  }
}

/** A server with OpenAI's API, and no model behind it. */
export interface ScriptedModel extends AsyncDisposable {
  /** What goes into the credential's Base URL. */
  url: string
  /** The functions that were offered with the latest request. */
  offers: ToolOffer[]
  /** What the function gave, as it reached the model. */
  toolOutputs: string[]
}

interface ChatRequest {
  stream?: boolean
  messages: { role: string; content: string }[]
  tools?: { function: ToolOffer }[]
}

/**
 * Starts a server that answers as a model would: it calls the one function that it is offered, with
 * these arguments, and then repeats what that gave.
 *
 * @see https://platform.openai.com/docs/api-reference/chat/create
 */
export async function startScriptedModel(toolArguments: object): Promise<ScriptedModel> {
  const seen: Pick<ScriptedModel, 'offers' | 'toolOutputs'> = { offers: [], toolOutputs: [] }
  const server = createServer(async (request, response) => {
    const { messages, tools = [], stream } = (await json(request)) as ChatRequest
    if (stream) throw new Error('This server does not stream.')
    seen.offers = tools.map((tool) => tool.function)
    const last = messages.at(-1)
    if (last?.role === 'tool') seen.toolOutputs.push(last.content)
    const message =
      last?.role === 'tool'
        ? { role: 'assistant', content: `It gave: ${last.content}` }
        : callOf(seen.offers[0]?.name, toolArguments)
    response.setHeader('content-type', 'application/json').end(JSON.stringify(completion(message)))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return Object.assign(seen, {
    url: `http://127.0.0.1:${port}/v1`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
    },
  })
}

function callOf(name: string | undefined, toolArguments: object): object {
  const call = { name, arguments: JSON.stringify(toolArguments) }
  return {
    role: 'assistant',
    content: null,
    tool_calls: [{ id: 'call_1', type: 'function', function: call }],
  }
}

function completion(message: object): object {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 0,
    model: 'scripted',
    choices: [
      { index: 0, message, finish_reason: 'tool_calls' in message ? 'tool_calls' : 'stop' },
    ],
    usage: { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 },
  }
}
