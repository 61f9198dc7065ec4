import { dump } from 'js-yaml'
import { fixturesLimits } from '../data/addFixtures.ts'
import { Data } from '../data/Data.ts'
import { makeEnrollment } from '../data/makeEnrollment.ts'
import { makeMeeting } from '../data/makeMeeting.ts'
import { makeWebinar } from '../data/makeWebinar.ts'
import { FieldsError, type FieldViolation } from '../errors.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import { collectProperties } from '../spec/collectProperties.ts'
import type { MockSpec } from '../spec/operations.ts'
import type { Exchange } from './compareExchange.ts'
import type { Secrets } from './Secrets.ts'
import { TextReplacer } from './TextReplacer.ts'

/** As many as one webinar can have; a file of more would be too large to be served. */
const mostEnrollments = 20_000

/** Of a whole list only so many violations are told that some would be left. */
const enrollmentsAtOnce = 50

interface Saved {
  operationId: string
  fields: JsonObject
}

/** The latest response about each meeting and webinar, as fixtures that `--fixtures` serves. */
export class SavedFixtures {
  readonly #spec: MockSpec
  readonly #texts: TextReplacer
  readonly #values: boolean
  /** By ID and by code. */
  readonly #saved = new Map<string, Saved>()
  /** Of each webinar, by `enroll_id`; false where enrollment is off. */
  readonly #enrollments = new Map<string, Map<string, JsonObject> | false>()
  #enrollmentCount = 0
  #madeCount = 0

  /** @param values Whether texts stay as they came; otherwise others of the same shape replace them. */
  constructor(spec: MockSpec, secrets: Secrets, values: boolean) {
    this.#spec = spec
    this.#texts = new TextReplacer(secrets, values)
    this.#values = values
  }

  add({ operationId = '', sent, received, errcode = 0 }: Exchange): void {
    if (!isJsonObject(sent) || !isJsonObject(received)) return
    this.#texts.keep(sent.meeting_code)
    const isRefusal = Number(errcode) !== 0
    if (operationId === 'listWebinarEnrollments') this.#addPage(sent, received, isRefusal)
    else if (/^get(?:Meeting|Webinar)$/.test(operationId) && !isRefusal) {
      this.#addOne(operationId, sent, received)
    }
  }

  #addOne(operationId: string, sent: JsonObject, received: JsonObject): void {
    const { meetingid = sent.meetingid, meeting_code = sent.meeting_code } = received
    const keys = Object.entries({ meetingid, meeting_code }).flatMap(([name, id]) =>
      id === undefined ? [] : [`${operationId} ${name} ${id}`],
    )
    const before = keys.flatMap((key) => this.#saved.get(key) ?? [])[0]
    // A sub-meeting is asked for under its meeting's ID, and says less of it.
    if (before && sent.sub_meetingid !== undefined) return
    if (!before && this.#saved.size >= 2 * fixturesLimits.entries) return
    const saved = before ?? { operationId, fields: {} }
    const id = meetingid ?? saved.fields.meetingid
    const { errcode: _, errmsg: __, ...response } = received
    saved.fields = { ...(id !== undefined && { meetingid: id }), ...response }
    for (const key of keys) this.#saved.set(key, saved)
  }

  #addPage({ meetingid }: JsonObject, page: JsonObject, isRefusal: boolean): void {
    const id = String(meetingid)
    const before = this.#enrollments.get(id)
    if (before === undefined && this.#enrollments.size >= fixturesLimits.entries) return
    if (isRefusal) {
      // WeCom does not publish what it returns where enrollment is off; other refusals don't say that.
      const errcode = Number(page.errcode)
      const isPublished = errcode !== 40058 && this.#spec.errorTexts.has(errcode)
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
    const saved = [...new Set(this.#saved.values())]
    const select = (id: string): JsonObject[] =>
      saved.flatMap((one) => (one.operationId === id ? [one.fields] : []))
    const webinars = select('getWebinar')
    const ids = new Set(webinars.map(({ meetingid }) => String(meetingid)))
    for (const meetingid of this.#enrollments.keys()) {
      if (!ids.has(meetingid)) webinars.push(makeWebinar(this.#texts.random, { meetingid }))
    }
    const content = {
      madeUp: false,
      meetings: select('getMeeting').flatMap((fields) =>
        this.#fit('addMeeting', this.#texts.copyFields(fields, this.#schema('getMeeting'))),
      ),
      webinars: webinars.flatMap((fields) =>
        this.#fit('addWebinar', this.#copyWithEnrollments(fields)),
      ),
    }
    const about = this.#values
      ? 'Saved from real responses, with their values, which may be personal.'
      : 'Saved from real responses, with other texts of the same shape.'
    const served = 'What violates the spec is replaced or left out.'
    // One line for each enrollment.
    const style = { lineWidth: -1, noRefs: true, flowLevel: 4 }
    return `# ${about} ${served}\n${dump(content, style)}`
  }

  #copyWithEnrollments(fields: JsonObject): JsonObject {
    const webinar = this.#texts.copyFields(fields, this.#schema('getWebinar'))
    const found = this.#enrollments.get(String(fields.meetingid))
    if (!found) return { ...webinar, ...(found === false && { enrollments: false }) }
    const page = collectProperties(this.#schema('listWebinarEnrollments'))
    const item = page.get('enroll_list')?.items as JsonObject | undefined
    const other = makeWebinar(this.#texts.random)
    const copies = Array.from(found.values(), (one) => this.#texts.copyFields(one, item))
    const enrollments: unknown[] = []
    for (let from = 0; from < copies.length; from += enrollmentsAtOnce) {
      const some = { ...other, enrollments: copies.slice(from, from + enrollmentsAtOnce) }
      for (const fitted of this.#fit('addWebinar', some)) enrollments.push(fitted.enrollments)
    }
    return { ...webinar, enrollments: enrollments.flat() }
  }

  #schema(id: string): JsonObject | undefined {
    const operation = this.#spec.operations.find(({ operationId }) => operationId === id)
    return operation?.resource.responses[0]?.contents?.[0]?.schema as JsonObject | undefined
  }

  /** Replaces what the mock refuses to serve, step by step, as one violation may hide another. */
  #fit(add: 'addMeeting' | 'addWebinar', fields: JsonObject): JsonObject[] {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      try {
        new Data(this.#spec.operations, this.#texts.random, () => {}).add(
          add === 'addMeeting' ? 'Meeting' : 'Webinar',
          fields,
          false,
        )
        return [fields]
      } catch (error) {
        if (!(error instanceof FieldsError)) throw error
        for (const violation of error.violations) this.#mend(add, fields, violation)
      }
    }
    return []
  }

  #mend(add: 'addMeeting' | 'addWebinar', fields: JsonObject, violation: FieldViolation): void {
    const { path, message } = violation
    const [list, index = '', ...rest] = path
    const all = fields.enrollments
    const enrollment: unknown = list === 'enrollments' && Array.isArray(all) && all[Number(index)]
    const target = isJsonObject(enrollment) ? enrollment : fields
    const [field = /required property '([^']+)'$/.exec(message)?.[1]] =
      target === fields ? path : rest
    if (field === undefined) return
    const { [field]: value, extra } = target
    delete target[field]
    if (message.endsWith('goes into "extra"')) {
      target.extra = { ...(isJsonObject(extra) && extra), [field]: value }
      return
    }
    this.#madeCount += 1
    const { random } = this.#texts
    const make = add === 'addMeeting' ? makeMeeting : makeWebinar
    const made = target === fields ? make(random) : makeEnrollment(random, this.#madeCount)
    if (Object.hasOwn(made, field)) target[field] = made[field]
  }
}
