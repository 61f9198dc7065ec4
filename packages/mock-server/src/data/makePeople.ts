import type { Random } from '../Random.ts'
import madeUp from './madeUp.json' with { type: 'json' }

/** A made-up person; WeCom userids are usually the name in pinyin. */
export interface Person {
  name: string
  userid: string
}

const surnames = splitNames(madeUp.surnames)
const givenNames = splitNames(madeUp.givenNames)

/** `王 wang 李 li`. */
function splitNames(text: string): [name: string, pinyin: string][] {
  const words = text.split(' ')
  return words.flatMap((name, index) => (index % 2 === 0 ? [[name, words[index + 1] ?? '']] : []))
}

export function makePerson(random: Random): Person {
  const [surname, surnamePinyin] = random.pick(surnames)
  const [given, givenPinyin] = random.pick(givenNames)
  return { name: surname + given, userid: surnamePinyin + givenPinyin }
}

/** `count` people with different userids. */
export function makePeople(random: Random, count: number): Person[] {
  const byUserid = new Map<string, Person>()
  while (byUserid.size < count) {
    const someone = makePerson(random)
    byUserid.set(someone.userid, someone)
  }
  return [...byUserid.values()]
}
