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

/** The latest response about each meeting and webinar, as fixtures that `--fixtures` serves. */
export class SavedFixtures {
  readonly #errorTexts: MockSpec['errorTexts']
  readonly #rules: FieldRules
  readonly #texts: TextReplacer
  readonly #values: boolean
  /** By operation and ID or code. */
  readonly #saved = new Map<string, { operationId: string; fields: JsonObject }>()
  /** Of each webinar, by `enroll_id`; false where enrollment is off. */
  readonly #enrollments = new Map<string, Map<string, JsonObject> | false>()
  #enrollmentCount = 0

  /** @param values Whether texts stay as they came; otherwise others of the same shape replace them. */
  constructor({ operations, errorTexts }: MockSpec, secrets: Secrets, values: boolean) {
    this.#errorTexts = errorTexts
    this.#rules = new FieldRules(operations)
    this.#texts = new TextReplacer(secrets, values)
    this.#values = values
  }

  add({ operationId = '', sent, received, errcode = 0 }: Exchange): void {
    if (!isJsonObject(sent) || !isJsonObject(received) || isNestedDeeper(received)) return
    this.#texts.keep(sent.meeting_code)
    const isRefusal = Number(errcode) !== 0
    if (operationId === 'listWebinarEnrollments') this.#addPage(sent, received, isRefusal)
    else if (/^get(?:Meeting|Webinar)$/.test(operationId) && !isRefusal) {
      this.#addOne(operationId, sent, received)
    }
  }

  #addOne(operationId: string, sent: JsonObject, received: JsonObject): void {
    const { errcode: _, errmsg: __, meetingid = sent.meetingid, ...response } = received
    const { meeting_code = sent.meeting_code } = response
    const keys = Object.entries({ meetingid, meeting_code }).flatMap(([name, id]) =>
      id === undefined ? [] : [`${operationId} ${name} ${id}`],
    )
    const before = keys.flatMap((key) => this.#saved.get(key) ?? [])[0]
    // A sub-meeting is asked for under its meeting's ID, and says less of it.
    if (before && sent.sub_meetingid !== undefined) return
    if (!before && this.#saved.size >= 2 * fixturesLimits.entries) return
    const saved = before ?? { operationId, fields: {} }
    const id = meetingid ?? saved.fields.meetingid
    saved.fields = { ...(id !== undefined && { meetingid: String(id) }), ...response }
    for (const key of keys) this.#saved.set(key, saved)
  }

  #addPage({ meetingid }: JsonObject, page: JsonObject, isRefusal: boolean): void {
    const id = String(meetingid)
    const before = this.#enrollments.get(id)
    if (before === undefined && this.#enrollments.size >= fixturesLimits.entries) return
    if (isRefusal) {
      // WeCom does not publish what it returns where enrollment is off; other refusals don't say that.
      const errcode = Number(page.errcode)
      const isPublished = errcode !== 40058 && this.#errorTexts.has(errcode)
      if (!before && !isPublished) this.#enrollments.set(id, false)
      return
    }
    const enrollments = before || new Map<string, JsonObject>()
    this.#enrollments.set(id, enrollments)
    for (const enrollment of [page.enroll_list ?? []].flat().filter(isJsonObject)) {
      const key = String(enrollment.enroll_id ?? JSON.stringify(enrollment))
      if (!enrollments.has(key) && this.#enrollmentCount >= mostEnrollments) continue
      if (!enrollments.has(key)) this.#enrollmentCount += 1
      enrollments.set(key, enrollment)
    }
  }

  /** The file's text. */
  toYaml(): string {
    const saved = Map.groupBy(new Set(this.#saved.values()), ({ operationId }) => operationId)
    const list = (id: string) => (saved.get(id) ?? []).map(({ fields }) => fields)
    const webinars = list('getWebinar')
    const ids = new Set(webinars.map(({ meetingid }) => String(meetingid)))
    for (const meetingid of this.#enrollments.keys()) {
      if (!ids.has(meetingid)) webinars.push(makeWebinar(this.#texts.random, { meetingid }))
    }
    const content = {
      madeUp: false,
      meetings: list('getMeeting').flatMap((fields) => this.#fit('getMeeting', fields)),
      webinars: webinars.flatMap((fields) => {
        const enrollments = this.#fitEnrollments(String(fields.meetingid))
        return this.#fit('getWebinar', fields).map((webinar) => ({ ...webinar, ...enrollments }))
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

  #fitEnrollments(meetingid: string): { enrollments?: JsonObject[] | false } {
    const found = this.#enrollments.get(meetingid)
    if (!found) return found === false ? { enrollments: false } : {}
    const enrollments = [...found.values()].flatMap((one) =>
      this.#fit('listWebinarEnrollments', one),
    )
    const byId = new Map<unknown, JsonObject>()
    let index = 0
    for (const enrollment of enrollments) {
      for (; byId.has(enrollment.enroll_id); index += 1) enrollment.enroll_id = makeEnrollId(index)
      byId.set(enrollment.enroll_id, enrollment)
    }
    return { enrollments: [...byId.values()] }
  }

  /** Copies, and replaces what the mock refuses to serve, step by step: one violation may hide another. */
  #fit(id: DescribingOperation, received: JsonObject): JsonObject[] {
    const fields = this.#texts.copyFields(received, this.#rules.schemaOf(id))
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
