import type { Fault } from '../faults/Fault.ts'
import { isNestedDeeper, type JsonObject } from '../json.ts'
import type { JournalEntry, RequestFilter } from './JournalEntry.ts'
import { maskedQuery, maskedText } from './mask.ts'

/**
 * What the journal holds of a request. Bodies and answers stay text until somebody asks: text takes
 * less room, answers share it, a fresh object each time cannot be changed under the journal, and
 * JSON that is nested very deep can be kept.
 */
export interface KeptRequest {
  number: number
  /** Milliseconds since 1970. */
  time: number
  operation: string | undefined
  method: string
  path: string
  /** This, the path and the texts have tokens and secrets in them; they are masked when somebody asks. */
  query: Record<string, string | string[]>
  bodyText: string | undefined
  reasons: readonly string[]
  fault: Fault | undefined
  status: number
  /** Undefined where no errcode was sent. */
  errcode: number | undefined
  answerText: string | undefined
  duration: number
}

export function fits(kept: KeptRequest, filter: RequestFilter): boolean {
  const { operation, valid, errcode, after } = filter
  if (operation !== undefined && kept.operation !== operation) return false
  if (valid !== undefined && (kept.reasons.length === 0) !== valid) return false
  if (errcode !== undefined && kept.errcode !== errcode) return false
  return after === undefined || kept.number > after
}

export function journalEntry(kept: KeptRequest): JournalEntry {
  const { time, path, query, bodyText, reasons, fault, answerText, errcode: _, ...rest } = kept
  const shownBody = bodyText && maskedText(bodyText)
  return {
    ...rest,
    time: new Date(time).toISOString(),
    path: maskedText(path),
    query: maskedQuery(query),
    body: parsed(shownBody),
    bodyText: shownBody,
    verdict: { valid: reasons.length === 0, reasons: reasons.map(maskedText) },
    fault: fault && structuredClone(fault),
    answer: parsed(answerText && maskedText(answerText)) as JsonObject | undefined,
  }
}

function parsed(text: string | undefined): unknown {
  if (!text) return undefined
  try {
    const value: unknown = JSON.parse(text)
    // JSON of any depth can be read, but neither copied nor written: that stays text.
    return isNestedDeeper(value) ? undefined : value
  } catch {
    return undefined
  }
}
