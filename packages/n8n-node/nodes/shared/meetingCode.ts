import { shown } from './parameters.ts'

/** A label is looked for in so many characters before a number. */
const LABEL_LENGTH = 60

/** Replaces a date, a time or a link, so that no label and no number continues across it. */
const CUT = '\ufffc'

/**
 * A number that may be the meeting code, and whether it is called one, or is one in a link. `code` is
 * empty where it is called one, but has too few or too many digits.
 */
type Candidate = { code: string; isNamed: boolean }

/**
 * The meeting code in what was pasted: the code as WeCom shows it, with spaces or dashes, a link
 * with the code in it, or a whole invitation of WeCom, Tencent Meeting or VooV. Where no number is called
 * a meeting code, one that is not called anything else counts.
 *
 * @throws {Error} If there is no code, or several that differ.
 */
export function meetingCodeIn(pasted: string): string {
  const text = normalize(pasted)
  if (isCodeAlone(text)) return compact(text)
  const candidates = [...candidatesIn(text)]
  const named = candidates.filter(({ isNamed }) => isNamed)
  const chosen = named.length > 0 ? named : candidates
  const codes = [...new Set(chosen.map(({ code }) => code))].filter(Boolean)
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
function normalize(pasted: string): string {
  return pasted
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g, '')
    .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]/g, ' ')
    .replace(/[\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63]/g, '-')
    .replace(/[\uff01-\uff5e]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .trim()
}

function compact(text: string): string {
  return text.replace(/[ -]/g, '')
}

/** A single word may be a code of an undocumented kind: WeCom decides. */
function isCodeAlone(text: string): boolean {
  if (/^[\d -]+$/.test(text)) return compact(text).length <= 12 && withoutTimes(text) === text
  return /^[\w-]+$/.test(text)
}

const LINK = /https?:\/\/[^\s<>"\u0080-\uffff]+/gi

/** Digits; groups of three to five with the same separator are one number. */
const NUMBER = /\d+(?:(?<=(?<!\d)\d{3,5})(?:(?: ?- ?\d{3,5}(?!\d))+|(?: {1,3}\d{3,5}(?!\d))+))?/g

function* candidatesIn(text: string): Generator<Candidate> {
  // Whether the line before was the heading of phone numbers, or one of them.
  let underPhone = false
  for (const line of text.split(/\r\n|[\r\n\v\f\u2028\u2029]/)) {
    for (const [link] of line.matchAll(LINK)) yield* candidatesInLink(link)
    const rest = withoutTimes(line.replace(LINK, CUT))
    let kind: Kind = underPhone ? 'other' : 'none'
    let end = 0
    for (const { 0: number, index: start } of rest.matchAll(NUMBER)) {
      kind = kindOf(rest.slice(Math.max(end, start - LABEL_LENGTH), start), kind)
      end = start + number.length
      const code = compact(number)
      if (kind === 'other' || code.length < 6 || isPartOfWord(rest, start, end)) continue
      const isCode = code.length >= 9 && code.length <= 12
      if (kind === 'code') yield { code: isCode ? code : '', isNamed: true }
      else if (isCode) yield { code, isNamed: false }
    }
    const tail = rest.slice(Math.max(end, rest.length - LABEL_LENGTH))
    underPhone = PHONE.test(tail) || (underPhone && kind === 'other' && rest.trim() !== '')
  }
}

/** Dates and times are not codes, however their digits are grouped. */
function withoutTimes(line: string): string {
  return line
    .replace(/(?<![\d-])(?:19|20)\d\d([-/.年] ?)\d{1,2}[-/.月] ?\d{1,2}(?!\d)日?/g, CUT)
    .replace(/(?<![\d-])\d{1,2}([-/.])\d{1,2}\1(?:19|20)\d\d(?!\d)/g, CUT)
    .replace(/(?<!\d)(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)/g, CUT)
    .replace(/(?<!\d)\d{1,2}月 ?\d{1,2}日/g, CUT)
    .replace(/(?<!\d)[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?!\d)/g, CUT)
}

/** In the middle of a word, an amount, an address or a longer number. */
function isPartOfWord(text: string, start: number, end: number): boolean {
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

/** What the text before a number calls it; where that is marks only, the same as the number before. */
function kindOf(text: string, previous: Kind): Kind {
  if (/\+ ?$/.test(text)) return 'other'
  // A code to be dialled after a phone number.
  if (/^ ?,,/.test(text)) return 'none'
  if (!/[\p{L}#\ufffc]/u.test(text)) return previous
  const label = text.replace(/[*_"'“”‘’「【<>[(|`~ -]{0,20}$/, '')
  const name = label
    .replace(/(?: ?[:=]| ?是| ?为| ?為| is)$/, '')
    .replace(/ ?\([^()]*\) ?$/, '')
    .replace(/[*_"'“”‘’」】\])`~| ]{0,20}$/, '')
  if (CODE_LABEL.test(name)) return 'code'
  return PHONE.test(text) || LABEL.test(label) ? 'other' : 'none'
}

const CODE_IN_QUERY = /[?&#;](meeting_?code|code)=([\w%+\-\u0080-\uffff]*)/gi

/** Codes in a link, also in one that a mail program has packed into its own. */
function* candidatesInLink(link: string): Generator<Candidate> {
  const unpacked = decode(link)
  const forms = [link, unpacked, decode(unpacked)]
  const form = forms.find((one) => one.search(CODE_IN_QUERY) >= 0) ?? ''
  for (const [, name = '', value = ''] of form.matchAll(CODE_IN_QUERY)) {
    const code = compact(normalize(decode(value.replaceAll('+', ' '))))
    // Logins use a `code` in links too.
    const valid = name.toLowerCase() === 'code' ? /^\d{9,12}$/ : /^\w+$/
    if (valid.test(code)) yield { code, isNamed: true }
  }
  const [path = ''] = link.split(/[?#]/, 1)
  for (const segment of path.split('/')) {
    const code = segment.replaceAll('-', '')
    if (/^\d{9,12}$/.test(code)) yield { code, isNamed: false }
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
