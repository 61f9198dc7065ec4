import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

const entries = [
  'spec/src/index.ts',
  'packages/client/src/index.ts',
  'packages/client/src/host.ts',
  'packages/client/src/redis.ts',
  'packages/client/src/zh-CN.ts',
  'packages/mock-server/src/index.ts',
]
const root = fileURLToPath(new URL('..', import.meta.url))
const program = ts.createProgram(
  entries.map((entry) => root + entry),
  {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    allowImportingTsExtensions: true,
    noEmit: true,
    types: ['node'],
    typeRoots: [`${root}node_modules/@types`],
  },
)
const checker = program.getTypeChecker()

function exportsOf(entry: string): ts.Symbol[] {
  const source = program.getSourceFile(root + entry)
  const module = source && checker.getSymbolAtLocation(source)
  if (!module) throw new Error(`${entry} exports nothing.`)
  return checker.getExportsOfModule(module).map(original)
}

function original(symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
}

function isDocumented(symbol: ts.Symbol): boolean {
  return symbol.getDocumentationComment(checker).length > 0
}

/** The members that an exported interface or class declares itself, private ones left out. */
function ownMembers(symbol: ts.Symbol): ts.Symbol[] {
  return [...(symbol.members?.values() ?? [])].filter(
    ({ name, valueDeclaration: declaration }) =>
      declaration &&
      !name.startsWith('__') &&
      (ts.isPropertySignature(declaration) ||
        ts.isMethodSignature(declaration) ||
        ts.isMethodDeclaration(declaration) ||
        ts.isPropertyDeclaration(declaration)) &&
      !ts.isPrivateIdentifier(declaration.name) &&
      !declaration.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.OverrideKeyword),
  )
}

function isGenerated(symbol: ts.Symbol): boolean {
  return /\/generated\//.test(symbol.declarations?.[0]?.getSourceFile().fileName ?? '')
}

describe.each(entries)('%s', (entry) => {
  test.each(exportsOf(entry).map((symbol) => [symbol.name, symbol] as const))(
    '%s has a doc comment, and so have its members',
    (name, symbol) => {
      const undocumented = [symbol, ...(isGenerated(symbol) ? [] : ownMembers(symbol))]
        .filter((candidate) => !isDocumented(candidate))
        .map((candidate) => (candidate === symbol ? name : `${name}.${candidate.name}`))
      expect(undocumented).toEqual([])
    },
  )
})
