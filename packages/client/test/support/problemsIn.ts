import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const folder = fileURLToPath(new URL('../..', import.meta.url))

/** What the compiler says of each block of code, with all that a message is made of. */
export function problemsIn(blocks: string[]): string[] {
  const files = new Map(blocks.map((code, index) => [`${folder}test/block-${index + 1}.ts`, code]))
  const { config } = ts.readConfigFile(`${folder}tsconfig.json`, ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, folder)
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists } = host
  host.fileExists = (name) => files.has(name) || fileExists(name)
  host.getSourceFile = (name, version, ...rest) => {
    const code = files.get(name)
    return code ? ts.createSourceFile(name, code, version) : getSourceFile(name, version, ...rest)
  }
  const blockOptions = { ...options, noUnusedLocals: false, isolatedDeclarations: false }
  const program = ts.createProgram([...files.keys()], blockOptions, host)
  return ts.getPreEmitDiagnostics(program).map(({ file, start, length, messageText }) => {
    const code = file?.text.slice(start, (start ?? 0) + (length ?? 0))
    return `${file?.fileName}: ${code}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
  })
}
