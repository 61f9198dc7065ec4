import { type ClientMethod, calledAs } from './clientMethods.ts'
import { lowered } from './letterCase.ts'

/** The doc comment of a method: what it gives, which refusals are about what was asked, how to call it. */
export function methodDoc({ description, page, notFound, ...method }: ClientMethod): string {
  const refusals = notFound.map(({ errcode, meaning }) => `\n   *   - ${errcode}: ${meaning}`)
  const such = refusals.length > 0 ? `, such as a \`NotFoundError\`:${refusals.join('')}` : '.'
  const { minimum, maximum } = method.request.properties.limit ?? {}
  const range = `   * @throws TypeError if \`limit\` is no whole number from ${minimum} to ${maximum}.\n`
  const paging = 'Awaited, the first page; iterated, all of them. Nothing is sent before either.'
  return `  /**
   * ${description.trim()}
${method.paged ? `   *\n   * ${paging}\n` : ''}   *
   * @throws WeComApiError if WeCom refuses${such}
${maximum === undefined ? '' : range}   * @example
   * ${exampleOf(method)}
   * @see ${page}
   */
`
}

type Called = Pick<ClientMethod, 'resource' | 'name' | 'answer' | 'paged' | 'example'>

function exampleOf({ answer, paged, example, ...method }: Called): string {
  const fields = Object.entries(example).map(([key, value]) => `${key}: ${literal(value)}`)
  const call = `wecom.${calledAs(method)}({ ${fields.join(', ')} })`
  if (!paged) return `const ${lowered(answer.name)} = await ${call}`
  const item = lowered(paged.item)
  return `for await (const ${item} of ${call}) console.log(${item})`
}

function literal(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : JSON.stringify(value)
}
