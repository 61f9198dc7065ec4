import { type Benchmark, bar } from '../Benchmark.ts'
import { type TokenStrategy, tokenStrategies } from '../clients/tokenStrategies.ts'
import { answerExample } from '../servers/answerExample.ts'
import { dyingTokenWeCom } from '../servers/dyingTokenWeCom.ts'

const CALLS = 50
const REFUSED_WITHIN_MS = 1000

/** Calls of gettoken when a token dies under fifty calls. */
export const storm: Benchmark = {
  name: 'storm',
  title: 'How many tokens does it take when one dies?',
  method: `${CALLS} calls are in flight when their token ends; WeCom refuses them one after the other within ${REFUSED_WITHIN_MS} ms, with 40014 and 42001 in turn, and gettoken takes 50 ms. Counted are the calls of gettoken until all ${CALLS} have their answer. No clock enters the figure.`,
  async run({ progress }) {
    const rows = []
    for (const strategy of tokenStrategies) {
      progress(strategy.name)
      rows.push({
        strategy: strategy.name,
        ...(await countTokens(strategy)),
        'what it does': strategy.description,
      })
    }
    const own = rows.at(-1)
    return {
      rows,
      bars: [bar('calls of gettoken in one process', own?.gettoken ?? Number.NaN, { atMost: 1 })],
      notes: ['WeCom blocks callers of gettoken that come too often; a storm ends in 45009.'],
      chart: {
        axis: `calls of gettoken for ${CALLS} refused calls`,
        rows: rows.map(({ strategy, gettoken }) => ({ name: strategy, value: gettoken })),
      },
    }
  },
}

async function countTokens(
  strategy: TokenStrategy,
): Promise<{ gettoken: number; answered: number }> {
  const wecom = dyingTokenWeCom(answerExample('/cgi-bin/meeting/webinar/get', 'resolved'))
  const getWebinar = strategy.create(wecom.fetch, 'http://127.0.0.1:1')
  await getWebinar()
  wecom.gettokenCalls = 0
  wecom.endToken(REFUSED_WITHIN_MS)
  const answers = await Promise.all(Array.from({ length: CALLS }, getWebinar))
  const answered = answers.filter((answer) => 'meetingid' in (answer as object)).length
  return { gettoken: wecom.gettokenCalls, answered }
}
