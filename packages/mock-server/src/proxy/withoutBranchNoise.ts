import { umbrellaKeywords } from '../engine/refusalOfDiagnostics.ts'
import type { RequestProblem } from './requestProblems.ts'

/**
 * Where the spec accepts one of several forms, a validator lists what every form finds wrong. Keeps
 * what is wrong with the form that came nearest, and says the forms in one line where none came near.
 */
export function withoutBranchNoise<T extends RequestProblem>(problems: readonly T[]): T[] {
  const umbrellas = problems.filter(({ keyword }) => umbrellaKeywords.has(keyword))
  const specific = unique(problems.filter((problem) => !umbrellas.includes(problem)))
    // What is of the wrong type is not among the listed values either; one line says enough.
    .filter((one, _, all) => one.keyword !== 'enum' || !all.some((other) => isTypeOf(other, one)))
  return umbrellas.reduce((left, { path }) => collapsed(left, path), specific)
}

function collapsed<T extends RequestProblem>(problems: T[], path: string[]): T[] {
  const here = problems.filter((problem) => samePath(problem.path, path))
  const below = problems.filter((problem) => isBelow(problem.path, path))
  const types = here.filter(({ keyword }) => keyword === 'type')
  const missing = here.filter(({ keyword }) => keyword === 'required')
  const others = problems.filter((problem) => !types.includes(problem))
  if (types.length > 0) {
    const nearer = below.length > 0 || here.length > types.length
    return nearer ? others : [...others, joined(types)]
  }
  // A request by ID or by code: that only one of the two is missing is no mistake.
  if (path.length > 1 || missing.length === 0) return others
  const rest = others.filter((problem) => !missing.includes(problem))
  return missing.length > 1 ? [...rest, joined(missing)] : rest
}

function joined<T extends RequestProblem>(problems: T[]): T {
  const [first] = problems as [T, ...T[]]
  return { ...first, message: problems.map(({ message }) => message).join(' or ') }
}

function isTypeOf(problem: RequestProblem, { path }: RequestProblem): boolean {
  return problem.keyword === 'type' && samePath(problem.path, path)
}

function unique<T extends RequestProblem>(problems: T[]): T[] {
  const byText = new Map(problems.map((one) => [`${one.path.join('/')} ${one.message}`, one]))
  return [...byText.values()]
}

function samePath(one: string[], other: string[]): boolean {
  return one.join('/') === other.join('/')
}

function isBelow(path: string[], above: string[]): boolean {
  return path.length > above.length && samePath(path.slice(0, above.length), above)
}
