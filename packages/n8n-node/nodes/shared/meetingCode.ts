import { shown } from './parameters.ts'

/** A label is looked for in so many characters before a number. */
const LABEL_LENGTH = 60

/** Replaces a date or a time, so that no label and no number continues across it. */
const CUT = '\ufffc'

/** Digits; groups of three to five with the same separator are one number. */
const NUMBER = /\d+(?:(?<=(?<!\d)\d{3,5})(?:(?: ?- ?\d{3,5}(?!\d))+|(?: {1,3}\d{3,5}(?!\d))+))?/g

/** WeCom's codes have nine digits, personal ones up to twelve. */
const CODE_DIGITS = /^\d{9,12}$/

/** A phone number, a Chinese mobile number, or a date with the hour, unless it is plainly called a code. */
const UNLIKELY = /^(?:0|1[3-9]\d{9}$|20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[0-2]\d)/

/**
 * The meeting code in what was pasted: the code as WeCom shows it, with spaces or dashes, a link
 * with the code in it, or a whole invitation of WeCom, Tencent Meeting or VooV. A number beside other
 * words counts if it is called a meeting code, in the text or in the query of a link; only where there is
 * none, one that a meeting, a phone's one-tap line or the path of a meeting link names less plainly.
 *
 * @throws {Error} If there is no such number, or several that differ.
 */
export function meetingCodeIn(pasted: string): string {
  const text = normalize(pasted)
  const unlabelled = compact(text.replace(GENERIC, ''))
  if (/^\d{9}$/.test(unlabelled)) return unlabelled
  if (isCodeAlone(text)) return compact(text)
  const numbers = [...numbersIn(withoutTimes(text))]
  const named = (kind: Kind) => numbers.filter((number) => number.kind === kind)
  const labelled = named('code')
  const codes = distinctCodes(labelled.length > 0 ? labelled : named('likely'))
  const [code, ...others] = codes
  if (code !== undefined && others.length === 0) return code
  throw new Error(refusal(shown(pasted), codes, distinctCodes(named(undefined), /^\d{9}$/)))
}

function distinctCodes(numbers: readonly { digits: string }[], form = CODE_DIGITS): string[] {
  return [...new Set(numbers.map(({ digits }) => digits).filter((one) => form.test(one)))]
}

function refusal(text: string, codes: readonly string[], unnamed: readonly string[]): string {
  const list = (numbers: readonly string[]) => numbers.slice(0, 10).join(', ')
  if (codes.length > 0) {
    return `Several numbers in ${text} may be the meeting code: ${list(codes)}. Enter the one that is meant.`
  }
  return unnamed.length > 0
    ? `Nothing in ${text} is called a meeting code, though it has ${list(unnamed)}: enter the code alone.`
    : `There is no meeting code in ${text}: enter the code, 9 digits or more, or the ID under By ID.`
}

/** With ASCII digits, dashes, spaces and marks for those that look the same, and nothing invisible. */
function normalize(pasted: string): string {
  // A mail program may pack a link into its own.
  return decode(decode(pasted))
    .replace(/=3D/g, '=')
    .replace(/(?<=\d)\+(?=\d)/g, ' ')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g, '')
    .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]/g, ' ')
    .replace(/[\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63]/g, '-')
    .replace(/[\uff01-\uff5e]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replace(/\r\n|[\r\v\f\u2028\u2029]/g, '\n')
    .trim()
}

/** Without what links and mail programs encode. */
function decode(text: string): string {
  const links = text.split(/(?=https?:\/\/urldefense\.)/i).map(withoutProofpoint)
  return links.join('').replace(/(?:%[\da-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes)
    } catch {
      return escapes
    }
  })
}

/**
 * The address in a link that Proofpoint has rewritten, and what follows the link. Version 2 writes `-2D`
 * for `%2D` and `_` for `/`; version 3 writes `*` for a character and `**A` for two, which follow in base64.
 */
function withoutProofpoint(text: string): string {
  const [start, version] =
    /^https?:\/\/urldefense\.(?:proofpoint\.com|com|us)\/(v2\/url\?u=|v3\/__)/i.exec(text) ?? []
  if (start === undefined) return text
  const link = text.slice(start.length)
  if (version?.startsWith('v2')) {
    const [address = ''] = /^[^&\s<>"]*/.exec(link) ?? []
    const decoded = address.replace(/-(?=[\da-f]{2})/gi, '%').replaceAll('_', '/')
    return decoded + link.slice(address.length).replace(/^[^\s<>"]+/, '')
  }
  const end = link.indexOf('__;')
  if (end < 0) return text
  const [rest = '', base64] = /^([\w-]*)[^\s<>"]*/.exec(link.slice(end + 3)) ?? []
  const replaced = [...Buffer.from(base64 ?? '', 'base64url').toString()]
  let next = 0
  const runs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const address = link.slice(0, end).replace(/\*(?:\*(.))?/g, (_, run?: string) => {
    const first = next
    next += run === undefined ? 1 : runs.indexOf(run) + 2
    // A number beside `%` counts as a part of something longer.
    return replaced.slice(first, next).join('') || '%'
  })
  return address + link.slice(end + 3 + rest.length)
}

function compact(text: string): string {
  return text.replace(/[ -]/g, '')
}

/** A single word may be a code of an undocumented kind: WeCom decides. */
function isCodeAlone(text: string): boolean {
  if (/^[\d -]+$/.test(text)) return compact(text).length <= 12 && withoutTimes(text) === text
  return /^[\w-]+$/.test(text)
}

/** Dates and times are not codes, however their digits are grouped. */
function withoutTimes(text: string): string {
  return text
    .replace(/(?<![\d-])(?:19|20)\d\d([-/.年] ?)\d{1,2}[-/.月] ?\d{1,2}(?!\d)日?/g, CUT)
    .replace(/(?<![\d-])\d{1,2}([-/.])\d{1,2}\1(?:19|20)\d\d(?!\d)/g, CUT)
    .replace(/(?<!\d)(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)/g, CUT)
    .replace(/(?<!\d)\d{1,2}月 ?\d{1,2}日/g, CUT)
    .replace(/(?<!\d)[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?!\d)/g, CUT)
}

/** What a number is called: a meeting code, plainly or not so; something else; nothing. */
type Kind = 'code' | 'likely' | 'other' | undefined

/** The numbers long enough for a code or a phone number; shorter ones belong to the text around. */
function* numbersIn(text: string): Generator<{ kind: Kind; digits: string }> {
  let kind: Kind
  let end = 0
  for (const { 0: number, index: start } of text.matchAll(NUMBER)) {
    const digits = compact(number)
    if (digits.length < 6) continue
    kind = kindOf(text.slice(Math.max(end, start - LABEL_LENGTH), start), kind)
    end = start + number.length
    if (isPartOfWord(text, start, end)) continue
    yield { kind: kind !== 'code' && UNLIKELY.test(digits) ? 'other' : kind, digits }
  }
}

/** In the middle of a word, an amount, an address or a longer number. */
function isPartOfWord(text: string, start: number, end: number): boolean {
  return (
    /[A-Za-z_.@$¥€%]/.test(text.charAt(start - 1)) ||
    /^(?:[-_]?[A-Za-z@%]|\.\d| ?元)/.test(text.slice(end, end + 2))
  )
}

/** A character that may stand between a label and its number, such as `：**`. */
const SEPARATOR = /[\s:=|,#*_"'“”‘’「」【】<>[\](`~是为為-]/
const REMARK = /\([^()]*\)$/
const MEETING = /(?:会议|會議|研讨会|研討會|meeting|webinar|conference|voov)$/i
const CODE =
  /(?:(?:会议|會議|研讨会|研討會|入会|入會|参会|參會|加入|直播|meeting|webinar|conference|voov|join)[ _]?(?:号码?|號碼?|码|碼|编号|編號|代码|代碼|ID|code|number|no\.?)|[?&#;]code)$/i
/** Words that call a number something else, wherever they stand in a label. */
const OTHER =
  /电话|電話|手机|手機|拨|撥|呼入|传真|傳真|热线|熱線|座机|联系|聯繫|聯絡|联络|密码|密碼|口令|时间|時間|日期|\b(?:tel|telephone|phone|mobile|cell|cellphone|dial|fax|call|contact|password|passcode|pwd|pin|time|date|when)\b/i
/** Labels that do not say of what, with a number behind them that ends the text, or nothing. */
const GENERIC = /^(?:ID|号码?|號碼?|编号|編號|code|number|no\.?)(?: ?[:=]? ?(?=\d[\d -]*$)|$)/i
/** A number after a mark or a word like these is called something. */
const LABEL =
  /(?:[\p{L}\p{N})\]] ?[:=]|[号號码碼群]|\b(?:QQ|ID|code|number|no\.?))[*"' ]*$|[/=&?+] ?\(?$/iu

/** A number after one of these is called what the one before is. */
const ALSO = /或者?|和|及|\b(?:or|and)\b/gi

/** What the text before a number calls it; where that is marks only, the same as the number before. */
function kindOf(before: string, previous: Kind): Kind {
  // A code to be dialled after a phone number.
  if (/^ ?,,/.test(before)) return 'likely'
  const lines = before.split('\n')
  let label = lines.pop() ?? ''
  const isMarks = (text: string) => !/[\p{L}#+\ufffc]/u.test(text)
  if (lines.length === 0 && isMarks(label.replace(ALSO, ''))) return previous
  if (isMarks(label)) {
    // A number that starts its line may have the line above as its heading.
    label = lines.findLast((line) => line.trim() !== '') ?? ''
    if (/\d/.test(label)) return undefined
    const heading = withoutEnd(label, /[:=\s]/)
    if (heading !== label) label = `${heading} `
  }
  label = label.slice(label.lastIndexOf(CUT) + 1)
  const name = withoutSeparators(withoutSeparators(label).replace(REMARK, ''))
  const isOther = OTHER.test(label)
  const isMeeting = MEETING.test(name) && /[:=]/.test(label.slice(name.length))
  const isPlain = CODE.test(name) || (isMeeting && /#[^#:\d]*$/.test(name))
  if (isPlain) return isOther ? 'likely' : 'code'
  if (isOther) return 'other'
  if (isMeeting || isMeetingPath(label)) return 'likely'
  const clause = name.split(/[,.;。、|]/).at(-1) ?? ''
  return LABEL.test(label) && !GENERIC.test(clause.trim()) ? 'other' : undefined
}

function withoutSeparators(label: string): string {
  const name = withoutEnd(label, SEPARATOR)
  return /\bis$/i.test(name) ? withoutSeparators(name.slice(0, -2)) : name
}

/** The text without the characters at its end that `last` matches. */
function withoutEnd(text: string, last: RegExp): string {
  let end = text.length
  while (end > 0 && last.test(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}

/** Whether the text ends in the path of a link to one meeting. */
function isMeetingPath(label: string): boolean {
  const path = label.split(/[^\w./-]/).at(-1) ?? ''
  const isOfOne = /\/(?:p|j|join|meetings?|webinars?)\/$/i.test(path)
  return isOfOne && /meeting|webinar|voov/i.test(path)
}
