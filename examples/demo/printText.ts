import { styleText } from 'node:util'

/** Prints what the following lines come from. */
export function heading(text: string): void {
  console.log(`\n${styleText('bold', text)}`)
}

/** Prints a name and what it stands for. */
export function line(name: string, value: string | number): void {
  console.log(`  ${styleText('dim', name.padEnd(12))} ${value}`)
}

/** A point in time given in seconds, as WeCom's people read it: in UTC+8. */
export function beijingTime(seconds: number | string): string {
  return new Date(Number(seconds) * 1000).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' })
}

/** The name of a coded value, or the value itself where WeCom has added one. */
export function nameOf(
  names: Readonly<Record<string, number | string>>,
  value: number | string,
): string {
  return Object.entries(names).find(([, coded]) => coded === value)?.[0] ?? String(value)
}
