import { shown } from './parameters.ts'

/** A label is looked for in so many characters before a number. */
const LABEL_LENGTH = 60

/** Replaces a date or a time, so that no label and no number continues across it. */
const CUT = '\ufffc'

/** Digits; groups of three to five with the same separator are one number. */
const NUMBER = /\d+(?:(?<=(?<!\d)\d{3,5})(?:(?: ?- ?\d{3,5}(?!\d))+|(?: {1,3}\d{3,5}(?!\d))+))?/g

/**
 * The meeting code in what was pasted: the code as WeCom shows it, with spaces or dashes, a link
 * with the code in it, or a whole invitation of WeCom, Tencent Meeting or VooV. Numbers called a meeting
 * code count, in the text or in the query of a link. Only where there is none, a number of nine digits
 * that is called nothing, or one in the path of a meeting link.
 *
 * @throws {Error} If there is no code, or several that differ.
 */
export function meetingCodeIn(pasted: string): string {
  const text = normalize(pasted)
  if (isCodeAlone(text)) return compact(text)
  const numbers = [...numbersIn(withoutTimes(text))]
  const labelled = numbers.filter(({ kind }) => kind === 'code')
  const chosen =
    labelled.length > 0
      ? labelled.filter(({ digits }) => /^\d{9,12}$/.test(digits))
      : numbers.filter(({ kind, digits }) => kind === 'path' || (!kind && digits.length === 9))
  const [code, ...others] = new Set(chosen.map(({ digits }) => digits))
  if (code === undefined) {
    throw new Error(
      `There is no meeting code in ${shown(pasted)}: enter the code, 9 digits or more, or the ID under By ID.`,
    )
  }
  if (others.length === 0) return code
  throw new Error(
    `Several numbers in ${shown(pasted)} may be the meeting code: ${[code, ...others].slice(0, 10).join(', ')}. Enter the one that is meant.`,
  )
}

/**
 * With ASCII digits, dashes, spaces and marks for those that look the same, and nothing invisible.
 * What links and mails encode is decoded, twice: a mail program may pack a link into its own.
 */
function normalize(pasted: string): string {
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

function decode(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes)
    } catch {
      return escapes
    }
  })
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

/** What a number is called: a meeting code, something else, nothing, or it is the end of a link's path. */
type Kind = 'code' | 'other' | 'path' | undefined

/** The numbers long enough for a code or a phone number; shorter ones belong to the text around. */
function* numbersIn(text: string): Generator<{ kind: Kind; digits: string }> {
  let kind: Kind
  let end = 0
  for (const { 0: number, index: start } of text.matchAll(NUMBER)) {
    const digits = compact(number)
    if (digits.length < 6) continue
    kind = kindOf(text.slice(Math.max(end, start - LABEL_LENGTH), start), kind)
    end = start + number.length
    if (!isPartOfWord(text, start, end)) yield { kind, digits }
  }
}

/** In the middle of a word, an amount, an address or a longer number. */
function isPartOfWord(text: string, start: number, end: number): boolean {
  return (
    /[A-Za-z_.@$¥€%]/.test(text.charAt(start - 1)) ||
    /^(?:[-_]?[A-Za-z@%]|\.\d)/.test(text.slice(end, end + 2))
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
/** A number after a mark or a word like these is called something. */
const LABEL =
  /(?:[\p{L}\p{N})\]] ?[:=]|[号號码碼群]|\b(?:QQ|ID|code|number|no\.?))[*"' ]*$|[/=&?+] ?\(?$/iu

/** A number after one of these is called what the one before is. */
const ALSO = /或者?|和|及|\b(?:or|and)\b/gi

/** What the text before a number calls it; where that is marks only, the same as the number before. */
function kindOf(before: string, previous: Kind): Kind {
  // A code to be dialled after a phone number.
  if (/^ ?,,/.test(before)) return undefined
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
  const isMeeting = MEETING.test(name) && /[:=]/.test(label.slice(name.length))
  if (CODE.test(name) || isMeeting) return 'code'
  if (isMeetingPath(label)) return 'path'
  return OTHER.test(label) || LABEL.test(label) ? 'other' : undefined
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

/** Whether the text ends in the path of a meeting link. */
function isMeetingPath(label: string): boolean {
  const path = label.split(/[^\w./-]/).at(-1) ?? ''
  return path.endsWith('/') && /meeting|webinar|voov/i.test(path)
}
