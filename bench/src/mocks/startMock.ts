import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import getPort from 'get-port'
import type { MockContender, RunningMock } from './MockContender.ts'

const PATIENCE_MS = 60_000
const PAGE_BYTES = 4096

/** Starts a mock server and waits for its first answer, whatever that is. */
export async function startMock(contender: MockContender): Promise<RunningMock> {
  const port = await getPort({ host: '127.0.0.1' })
  const url = `http://127.0.0.1:${port}`
  const started = performance.now()
  const child = spawn(process.execPath, contender.command(port), { stdio: 'ignore' })
  while (!(await answers(url))) {
    if (child.exitCode !== null || performance.now() - started > PATIENCE_MS) {
      child.kill()
      throw new Error(`${contender.name} did not answer within ${PATIENCE_MS / 1000} seconds.`)
    }
    await delay(5)
  }
  return {
    url,
    firstAnswerMs: performance.now() - started,
    residentMegabytes: () => residentMegabytes(child),
    [Symbol.dispose]: () => child.kill(),
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/cgi-bin/gettoken?corpid=c&corpsecret=s`)
    await response.arrayBuffer()
    return true
  } catch {
    return false
  }
}

function residentMegabytes({ pid }: ChildProcess): number | undefined {
  if (process.platform !== 'linux') return undefined
  const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1])
  return Math.round((pages * PAGE_BYTES) / 2 ** 20)
}
