import type { ServerResponse } from 'node:http'
import type { Fault } from '../faults/Fault.ts'
import type { Sleep } from '../options.ts'
import { jsonType, sendJson } from './sendJson.ts'

/** What a fault made of an answer: what the caller saw of it. */
export interface Sent {
  /** 0 when the caller saw none. */
  status: number
  /** The whole JSON that was meant; undefined when nothing of it was sent. */
  text: string | undefined
}

interface Sending {
  response: ServerResponse
  /** The answer as JSON, before the fault. */
  text: string
  fault: Fault
  close: boolean
  sleep: Sleep
  signal: AbortSignal
}

const slowParts = 20

/** Sends an answer the way the fault wants it: broken off, cut short, as HTML, slowly. */
export async function sendFaulty(sending: Sending): Promise<Sent> {
  const { response, text, fault, close } = sending
  if (fault.drop === 'before') {
    response.destroy()
    return { status: 0, text: undefined }
  }
  if (fault.html !== undefined) {
    const page = gatewayPage(fault.html)
    sendJson(response, fault.html, page, { close, contentType: 'text/html; charset=UTF-8' })
    return { status: fault.html, text: undefined }
  }
  if (fault.drop === 'middle') await sendHalf(response, text)
  else if (fault.slowBody !== undefined) await sendSlowly(sending, fault.slowBody)
  else if (fault.truncate) sendJson(response, 200, firstHalf(Buffer.from(text)), { close })
  else sendJson(response, 200, text, { close, contentType: fault.contentType ?? jsonType })
  return { status: 200, text }
}

function firstHalf(bytes: Buffer): Buffer {
  return bytes.subarray(0, Math.floor(bytes.length / 2))
}

/** Announces the whole body, sends half of it and hangs up. */
async function sendHalf(response: ServerResponse, text: string): Promise<void> {
  const bytes = Buffer.from(text)
  response.writeHead(200, { 'content-type': jsonType, 'content-length': bytes.length })
  await new Promise((resolve) => response.write(firstHalf(bytes), resolve))
  response.destroy()
}

async function sendSlowly(sending: Sending, duration: number): Promise<void> {
  const { response, sleep, signal } = sending
  const bytes = Buffer.from(sending.text)
  const size = Math.ceil(bytes.length / slowParts)
  response.writeHead(200, { 'content-type': jsonType, 'content-length': bytes.length })
  for (let start = 0; start < bytes.length && !response.destroyed; start += size) {
    await sleep(duration / slowParts, signal)
    response.write(bytes.subarray(start, start + size))
  }
  response.end()
}

function gatewayPage(status: number): string {
  return `<html>\r\n<head><title>${status}</title></head>\r\n<body>\r\n<center><h1>${status}</h1></center>\r\n<hr><center>gateway</center>\r\n</body>\r\n</html>\r\n`
}
