import { shown } from './parameters.ts'

/** A label is looked for in so many characters before a number. */
const LABEL_LENGTH = 60

/** Stands where a date, a time or a link was: no label and no number goes on over it. */
const CUT = '\ufffc'

/**
 * The meeting code in what was pasted: the code as WeCom shows it, with spaces or dashes, a link
 * with the code in it, or a whole invitation of WeCom, Tencent Meeting or VooV. A number counts if it
 * is called a meeting code or stands in a link as one; where there is none such, one that is not called
 * anything else.
 *
 * @throws if there is no code, or several that differ.
 */
export function meetingCodeIn(pasted: string): string {
  const text = plain(pasted)
  if (isCodeAlone(text)) return text.replace(/[ -]/g, '')
  const found = candidatesIn(text)
  const codes = [...new Set(found.named.length > 0 ? found.named : found.unnamed)].filter(Boolean)
  const [code] = codes
  if (code === undefined) {
    throw new Error(
      `There is no meeting code in ${shown(pasted)}: enter the code, 9 digits or more, or choose By ID.`,
    )
  }
  if (codes.length === 1) return code
  throw new Error(
    `Several numbers in ${shown(pasted)} may be the meeting code: ${codes.slice(0, 10).join(', ')}. Enter the one that is meant.`,
  )
}

/** With ASCII digits, dashes, spaces and marks for those that look the same, and nothing invisible. */
function plain(pasted: string): string {
  return pasted
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g, '')
    .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]/g, ' ')
    .replace(/[\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63]/g, '-')
    .replace(/[\uff01-\uff5e]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .trim()
}

/** A single word may be a code of a kind that nobody has described: WeCom decides. */
function isCodeAlone(text: string): boolean {
  if (/^[\d -]+$/.test(text))
    return text.replace(/[ -]/g, '').length <= 12 && withoutTimes(text) === text
  return /^[\w-]+$/.test(text)
}

/** Numbers that may be the code. */
interface Candidates {
  /** Called a meeting code, or in a link as one; empty for a number that is too short or too long. */
  named: string[]
  /** Not called anything. */
  unnamed: string[]
}

function candidatesIn(text: string): Candidates {
  const found: Candidates = { named: [], unnamed: [] }
  let underPhone = false
  for (const line of text.split(/\r\n|[\r\n\v\f\u2028\u2029]/)) {
    underPhone = readLine(line, underPhone, found)
  }
  return found
}

const LINK = /https?:\/\/[^\s<>"\u0080-\uffff]+/gi

/**
 * Reads a line; its numbers have no part in any other's.
 *
 * @param underPhone Whether the line before was the heading of phone numbers, or one of them.
 * @returns That for the next line.
 */
function readLine(line: string, underPhone: boolean, { named, unnamed }: Candidates): boolean {
  for (const [link] of line.matchAll(LINK)) {
    const inLink = codesInLink(link)
    named.push(...inLink.named)
    unnamed.push(...inLink.unnamed)
  }
  const text = withoutTimes(line.replace(LINK, CUT))
  let kind: Kind = underPhone ? 'other' : 'none'
  let end = 0
  for (const run of runsOfDigits(text)) {
    kind = kindOf(text.slice(Math.max(end, run.start - LABEL_LENGTH), run.start), kind)
    end = run.end
    const { length } = run.digits
    if (kind === 'other' || length < 6 || isPartOfWord(text, run)) continue
    const isCode = length >= 9 && length <= 12
    if (kind === 'code') named.push(isCode ? run.digits : '')
    else if (isCode) unnamed.push(run.digits)
  }
  const rest = text.slice(Math.max(end, text.length - LABEL_LENGTH))
  return PHONE.test(rest) || (underPhone && kind === 'other' && text.trim() !== '')
}

/** Dates and times are no codes, however their digits stand. */
function withoutTimes(line: string): string {
  return line
    .replace(/(?<![\d-])(?:19|20)\d\d([-/.年] ?)\d{1,2}[-/.月] ?\d{1,2}(?!\d)日?/g, CUT)
    .replace(/(?<![\d-])\d{1,2}([-/.])\d{1,2}\1(?:19|20)\d\d(?!\d)/g, CUT)
    .replace(/(?<!\d)(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)/g, CUT)
    .replace(/(?<!\d)\d{1,2}月 ?\d{1,2}日/g, CUT)
    .replace(/(?<!\d)[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?!\d)/g, CUT)
}

/** A number in a line. */
interface Run {
  digits: string
  start: number
  end: number
  /** What stands between its groups, where it has several: a dash or nothing but space. */
  separator?: string
  lastGroup: string
}

/** Numbers; groups of three to five digits with the same sign in between are one. */
function runsOfDigits(text: string): Run[] {
  const runs: Run[] = []
  for (const { 0: digits, index: start } of text.matchAll(/\d+/g)) {
    const end = start + digits.length
    const run = runs.at(-1)
    const gap = run && start - run.end <= 3 ? text.slice(run.end, start) : undefined
    const separator = gap && /^(?: +| ?- ?)$/.test(gap) ? gap.trim() : undefined
    const goesOn =
      run &&
      separator !== undefined &&
      (run.separator ?? separator) === separator &&
      isGroup(digits) &&
      isGroup(run.lastGroup)
    if (goesOn) {
      Object.assign(run, { digits: run.digits + digits, end, separator, lastGroup: digits })
    } else runs.push({ digits, start, end, lastGroup: digits })
  }
  return runs
}

function isGroup(digits: string): boolean {
  return digits.length >= 3 && digits.length <= 5
}

/** In the middle of a word, an amount, an address or a longer number. */
function isPartOfWord(text: string, { start, end }: Run): boolean {
  return (
    /[A-Za-z_.@$¥€%]/.test(text.charAt(start - 1)) ||
    /^(?:-?[A-Za-z_@%]|\.\d)/.test(text.slice(end, end + 2))
  )
}

/** What a number is called: a meeting code, something else, or nothing. */
type Kind = 'code' | 'other' | 'none'

const CODE_LABEL =
  /(?:(?:会议|會議|研讨会|研討會|meeting|webinar|conference|voov) ?(?:号码?|號碼?|码|碼|编号|編號|代码|代碼|ID|code|number|no\.?)?|(?:入会|入會|参会|參會|加入|直播|join) ?(?:号码?|號碼?|码|碼|ID|code|number))$/i
const PHONE =
  /(?:电话|電話|手机号|手機號|手机 ?[:=]|手機 ?[:=]|手机 ?$|手機 ?$|拨号|撥號|拨打|撥打|呼入|传真|傳真|热线|熱線|座机|\b(?:tel|telephone|phone|mobile|cell|cellphone|dial|dial-in|one-tap|fax)\b)[^\ufffc]{0,20}$/i
/** A number after a colon or an equals sign is called something. */
const LABEL = /[\p{L}\p{N})\]] ?[:=]$/u

/** What the text before a number calls it; where that is marks only, it is what was before. */
function kindOf(text: string, before: Kind): Kind {
  if (/\+ ?$/.test(text)) return 'other'
  // A code to be dialled after a phone number.
  if (/^ ?,,/.test(text)) return 'none'
  if (!/[\p{L}#\ufffc]/u.test(text)) return before
  const label = text.replace(/[*_"'“”‘’「【<>[(|`~ -]{0,20}$/, '')
  const name = label
    .replace(/(?: ?[:=]| ?是| ?为| ?為| is)$/, '')
    .replace(/ ?\([^()]*\) ?$/, '')
    .replace(/[*_"'“”‘’」】\])`~| ]{0,20}$/, '')
  if (CODE_LABEL.test(name)) return 'code'
  return PHONE.test(text) || LABEL.test(label) ? 'other' : 'none'
}

/** Codes in the query of a link, also of one that a mail program has packed into its own. */
function codesInLink(link: string): Candidates {
  const unpacked = decoded(link)
  const form =
    [link, unpacked, decoded(unpacked)].find((one) => one.search(CODE_IN_QUERY) >= 0) ?? ''
  const named = Array.from(form.matchAll(CODE_IN_QUERY), ([, name = '', value = '']) => {
    const code = plain(decoded(value.replaceAll('+', ' '))).replace(/[ -]/g, '')
    // A `code` without more is also what logins are given in links.
    return (name.toLowerCase() === 'code' ? /^\d{9,12}$/ : /^\w+$/).test(code) ? code : ''
  })
  const [path = ''] = link.split(/[?#]/, 1)
  const segments = path.split('/').map((segment) => segment.replaceAll('-', ''))
  return {
    named: named.filter((code) => code !== ''),
    unnamed: segments.filter((segment) => /^\d{9,12}$/.test(segment)),
  }
}

const CODE_IN_QUERY = /[?&#;](meeting_?code|code)=([\w%+\-\u0080-\uffff]*)/gi

function decoded(text: string): string {
  if (/%(?![\da-f]{2})/i.test(text)) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
