import { runSuite } from './suite.ts'

// Node, Bun and Deno all know the first argument of a program under this name.
const [, , mock = ''] = process.argv
console.log(JSON.stringify(await runSuite(JSON.parse(mock))))
