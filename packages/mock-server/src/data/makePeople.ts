import type { Random } from '../Random.ts'
import madeUp from './madeUp.json' with { type: 'json' }

/** A made-up person; WeCom userids are usually the name in pinyin. */
export interface Person {
  name: string
  userid: string
}

/** `王 wang 李 li`. */
const [surnames, givenNames] = [madeUp.surnames, madeUp.givenNames].map((text) => {
  const words = text.split(' ')
  return words.flatMap((pinyin, index) =>
    index % 2 ? [{ name: words[index - 1] ?? '', pinyin }] : [],
  )
}) as [Name[], Name[]]

interface Name {
  name: string
  pinyin: string
}

export function makePerson(random: Random): Person {
  const [surname, given] = [random.pick(surnames), random.pick(givenNames)]
  return { name: surname.name + given.name, userid: surname.pinyin + given.pinyin }
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
