import { dump } from 'js-yaml'
import { fixturesLimits } from '../data/addFixtures.ts'
import { type DescribingOperation, FieldRules } from '../data/FieldRules.ts'
import { makeEnrollId, makeEnrollment } from '../data/makeEnrollment.ts'
import { makeMeeting } from '../data/makeMeeting.ts'
import { makeWebinar } from '../data/makeWebinar.ts'
import type { FieldViolation } from '../errors.ts'
import { isJsonObject, isNestedDeeper, type JsonObject } from '../json.ts'
import type { Random } from '../Random.ts'
import type { MockSpec } from '../spec/operations.ts'
import type { Exchange } from './compareExchange.ts'
import type { Secrets } from './Secrets.ts'
import { TextReplacer } from './TextReplacer.ts'

/** As many as one webinar can have; a file of more would be too large to be served. */
const mostEnrollments = 20_000

const makers = {
  getMeeting: makeMeeting,
  getWebinar: makeWebinar,
  listWebinarEnrollments: (random: Random) => makeEnrollment(random, 0),
}
const success = { errcode: 0, errmsg: 'ok' }

interface Saved {
  fields?: JsonObject
  /** By `enroll_id`; false where enrollment is off. */
  enrollments?: Map<string, JsonObject> | false
}

/** The latest response about each meeting and webinar, as fixtures that `--fixtures` serves. */
export class SavedFixtures {
  readonly #errorTexts: MockSpec['errorTexts']
  readonly #rules: FieldRules
  readonly #texts: TextReplacer
  readonly #values: boolean
  /** By ID and by code. */
  readonly #saved = { getMeeting: new Map<string, Saved>(), getWebinar: new Map<string, Saved>() }
  #enrollmentCount = 0

  /** @param values Whether texts stay as they came; otherwise others of the same shape replace them. */
  constructor({ operations, errorTexts }: MockSpec, secrets: Secrets, values: boolean) {
    this.#errorTexts = errorTexts
    this.#rules = new FieldRules(operations)
    this.#texts = new TextReplacer(secrets, values)
    this.#values = values
  }

  add({ operationId, sent, received, errcode = 0 }: Exchange): void {
    if (!isJsonObject(sent) || !isJsonObject(received) || isNestedDeeper(received)) return
    this.#texts.keep(sent.meeting_code)
    const isRefusal = Number(errcode) !== 0
    if (operationId === 'listWebinarEnrollments') this.#addPage(sent, received, isRefusal)
    else if ((operationId === 'getMeeting' || operationId === 'getWebinar') && !isRefusal) {
      this.#addOne(this.#saved[operationId], sent, received)
    }
  }

  #addOne(list: Map<string, Saved>, sent: JsonObject, received: JsonObject): void {
    const { errcode: _, errmsg: __, meetingid = sent.meetingid, ...response } = received
    const saved = findSaved(list, [meetingid, response.meeting_code ?? sent.meeting_code])
    // A sub-meeting is asked for under its meeting's ID, and says less of it.
    if (saved.fields && sent.sub_meetingid !== undefined) return
    const id = meetingid ?? saved.fields?.meetingid
    saved.fields = { ...(id !== undefined && { meetingid: String(id) }), ...response }
  }

  #addPage({ meetingid }: JsonObject, page: JsonObject, isRefusal: boolean): void {
    const errcode = Number(page.errcode)
    // WeCom does not publish what it returns where enrollment is off; other refusals don't say that.
    if (isRefusal && errcode !== 40058 && this.#errorTexts.has(errcode)) return
    const saved = findSaved(this.#saved.getWebinar, [meetingid])
    saved.fields ??= makeWebinar(this.#texts.random, { meetingid: String(meetingid) })
    if (isRefusal) {
      saved.enrollments ??= false
      return
    }
    saved.enrollments ||= new Map<string, JsonObject>()
    for (const enrollment of [page.enroll_list ?? []].flat().filter(isJsonObject)) {
      const key = String(enrollment.enroll_id ?? JSON.stringify(enrollment))
      const isNew = !saved.enrollments.has(key)
      if (isNew && this.#enrollmentCount >= mostEnrollments) continue
      if (isNew) this.#enrollmentCount += 1
      saved.enrollments.set(key, enrollment)
    }
  }

  /** The file's text. */
  toYaml(): string {
    const { getMeeting, getWebinar } = this.#saved
    const content = {
      madeUp: false,
      meetings: [...new Set(getMeeting.values())].flatMap(({ fields = {} }) =>
        this.#fit('getMeeting', fields),
      ),
      webinars: [...new Set(getWebinar.values())].flatMap(({ fields = {}, enrollments }) => {
        const own = enrollments && this.#fitAll([...enrollments.values()])
        const webinars = this.#fit('getWebinar', fields)
        return own === undefined ? webinars : webinars.map((one) => ({ ...one, enrollments: own }))
      }),
    }
    const about = this.#values
      ? 'Saved from real responses, with their values, which may be personal.'
      : 'Saved from real responses, with other texts of the same shape.'
    const served = 'What violates the spec is replaced or left out.'
    // One line for each enrollment.
    const style = { lineWidth: -1, noRefs: true, flowLevel: 4 }
    return `# ${about} ${served}\n${dump(content, style)}`
  }

  /** Enrollments, each with an ID of its own. */
  #fitAll(received: JsonObject[]): JsonObject[] {
    const byId = new Map<unknown, JsonObject>()
    let index = 0
    for (const one of received.flatMap((each) => this.#fit('listWebinarEnrollments', each))) {
      for (; byId.has(one.enroll_id); index += 1) one.enroll_id = makeEnrollId(index)
      byId.set(one.enroll_id, one)
    }
    return [...byId.values()]
  }

  /** Copies, and replaces what the mock refuses to serve, step by step: one violation may hide another. */
  #fit(id: DescribingOperation, received: JsonObject): JsonObject[] {
    const fields = this.#texts.copy(received, this.#rules.schemaOf(id)) as JsonObject
    const isEnrollment = id === 'listWebinarEnrollments'
    if (!isEnrollment) fields.meetingid ||= this.#texts.random.id('hy', 32)
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const found: FieldViolation[] = []
      const given = this.#rules.mergeExtra(id, fields, found)
      const page = { has_more: false, next_cursor: '', enroll_list: [given] }
      const response = { ...success, ...(isEnrollment ? page : given) }
      found.push(...this.#rules.findViolations(id, response, isEnrollment ? 2 : 0))
      if (found.length === 0) return [fields]
      for (const violation of found) this.#mend(id, fields, violation)
    }
    return []
  }

  #mend(id: DescribingOperation, fields: JsonObject, { path, message }: FieldViolation): void {
    const [field = /required property '([^']+)'$/.exec(message)?.[1]] = path
    if (field === undefined) return
    const { [field]: value, extra } = fields
    delete fields[field]
    if (message.endsWith('goes into "extra"')) {
      fields.extra = { ...(isJsonObject(extra) && extra), [field]: value }
      return
    }
    const made = makers[id](this.#texts.random)
    if (Object.hasOwn(made, field)) fields[field] = made[field]
  }
}

/** What is saved under one of the IDs, or is to be; where there is no more room, it is forgotten. */
function findSaved(list: Map<string, Saved>, ids: readonly unknown[]): Saved {
  const keys = ids.flatMap((id, kind) => (id === undefined ? [] : [`${kind} ${id}`]))
  const known = keys.flatMap((key) => list.get(key) ?? [])[0]
  const saved = known ?? {}
  if (known || list.size < 2 * fixturesLimits.entries) for (const key of keys) list.set(key, saved)
  return saved
}
