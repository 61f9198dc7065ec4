import type { Random } from '../Random.ts'

/** A made-up person; WeCom userids are usually the name in pinyin. */
export interface Person {
  name: string
  userid: string
}

const surnames = splitNames(`
  王 wang 李 li 张 zhang 刘 liu 陈 chen 杨 yang 黄 huang 赵 zhao 吴 wu 周 zhou 徐 xu 孙 sun
  马 ma 朱 zhu 胡 hu 郭 guo 何 he 林 lin 罗 luo 高 gao 郑 zheng 梁 liang 谢 xie 宋 song
  唐 tang 许 xu 邓 deng 冯 feng 韩 han 曹 cao 曾 zeng 彭 peng`)
const givenNames = splitNames(`
  伟 wei 芳 fang 娜 na 敏 min 静 jing 丽 li 强 qiang 磊 lei 洋 yang 艳 yan 勇 yong 军 jun
  杰 jie 娟 juan 涛 tao 超 chao 秀英 xiuying 建国 jianguo 志强 zhiqiang 晓明 xiaoming
  雨桐 yutong 梓涵 zihan 浩然 haoran 子轩 zixuan 欣怡 xinyi 思远 siyuan 佳琪 jiaqi 一诺 yinuo
  俊杰 junjie 诗涵 shihan 文博 wenbo 海燕 haiyan 国栋 guodong 丽华 lihua 春梅 chunmei
  明轩 mingxuan 若曦 ruoxi 天宇 tianyu 晨曦 chenxi`)

function splitNames(text: string): [name: string, pinyin: string][] {
  return Array.from(text.matchAll(/(\S+) (\S+)/g), ([, name = '', pinyin = '']) => [name, pinyin])
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
