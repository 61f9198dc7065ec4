/** Nine digits or more, with a space or a dash between any two of them. */
const DIGITS = /(?<![\w])\d(?:[\s-]?\d){8,}(?![\w])/

/**
 * The meeting code in what was pasted: the code as WeCom shows it, with spaces or dashes, a link
 * with the code in it, or a whole invitation.
 *
 * @throws if a link or text holds no code.
 */
export function meetingCodeIn(pasted: string): string {
  const named = /[?&#]meeting_?code=([^&#\s]+)/i.exec(pasted)?.[1]
  const code = named ?? DIGITS.exec(pasted)?.[0] ?? withoutSeparators(pasted)
  if (code !== undefined) return code.replace(/[\s-]/g, '')
  throw new Error(
    `There is no meeting code in ${JSON.stringify(pasted)}: enter the code, 9 digits or more, or choose By ID.`,
  )
}

/** A single word may be a code of a kind that nobody has described: WeCom decides. */
function withoutSeparators(pasted: string): string | undefined {
  return /^[\w-]+$/.test(pasted) || /^[\d\s-]+$/.test(pasted) ? pasted : undefined
}
