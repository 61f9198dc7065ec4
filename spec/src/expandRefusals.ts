import { parseDocument } from 'yaml'
import { errorCatalogue } from './errorCatalogue.ts'
import { operationNodes } from './operations.ts'

const HELP = 'https://open.work.weixin.qq.com/devtool/query?e='
const CALLER = 'hint: [1732271470123456789012345], from ip: 203.0.113.7'

/**
 * Writes the document that is published: where an operation of the source names its refusals, this one has an
 * example of each, as any tool reads them. Comments stay.
 *
 * @throws if an operation names a refusal that is neither a set nor an entry of `x-errcodes`.
 */
export function expandRefusals(source: string): string {
  const document = parseDocument(source)
  const content = document.toJS()
  const catalogue = errorCatalogue(content)
  for (const { place, names } of refusalsOf(content)) {
    document.deleteIn([...place, 'x-refusals'])
    for (const name of names) {
      document.setIn([...place, ...EXAMPLES, name], { $ref: `#/components/examples/${name}` })
    }
  }
  document.delete('x-refusal-sets')
  const examples = catalogue.map(({ name, errcode, errmsg, meaning, meaningZh }) => [
    name,
    {
      summary: meaning.replace(/\.$/, ''),
      'x-summary-zh': meaningZh.replace(/。$/, ''),
      value: { errcode, errmsg: `${errmsg}, ${CALLER}, more info at ${HELP}${errcode}` },
    },
  ])
  document.setIn(['components', 'examples'], Object.fromEntries(examples))
  document.commentBefore = ' Generated from ../openapi.yaml by `pnpm generate`. Do not edit.'
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}

/** Where the examples of a response are in an operation. */
const EXAMPLES = ['responses', '200', 'content', 'application/json', 'examples']

/** What an operation of the source may be refused with. */
interface Refusals {
  /** Where the operation is, such as `paths`, `/cgi-bin/gettoken`, `get`. */
  place: string[]
  /** Names of errcodes, those in sets among them. */
  names: string[]
}

/**
 * The refusals that the operations of the source name.
 *
 * @throws if one is neither a set nor an entry of `x-errcodes`.
 */
export function refusalsOf(source: Record<string, unknown>): Refusals[] {
  const { 'x-refusal-sets': sets = {} } = source as { 'x-refusal-sets'?: Record<string, string[]> }
  const known = errorCatalogue(source).map(({ name }) => name)
  return operationNodes(source).map(({ path, method, node }) => {
    const named: string[] = [node['x-refusals'] ?? []].flat()
    const names = named.flatMap((name) => sets[name] ?? name)
    const unknown = names.find((name) => !known.includes(name))
    if (unknown) {
      throw new Error(
        `${path} names the refusal \`${unknown}\`, which is neither in \`x-refusal-sets\` nor the name of an entry of \`x-errcodes\`.`,
      )
    }
    return { place: ['paths', path, method], names }
  })
}
