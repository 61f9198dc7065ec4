import type { Random } from '../Random.ts'
import madeUp from './madeUp.json' with { type: 'json' }

/** A made-up person; WeCom userids are usually the name in pinyin. */
export interface Person {
  name: string
  userid: string
}

export function makePerson(random: Random): Person {
  const [surname = '', itsPinyin = ''] = random.pick(madeUp.surnames).split(' ')
  const [given = '', pinyin = ''] = random.pick(madeUp.givenNames).split(' ')
  return { name: surname + given, userid: itsPinyin + pinyin }
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
