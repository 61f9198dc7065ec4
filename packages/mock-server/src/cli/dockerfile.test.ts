import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { createProgram } from './createProgram.ts'

const lines = readFileSync(new URL('../../Dockerfile', import.meta.url), 'utf8').split('\n')
const valuesOf = (instruction: string) =>
  lines
    .filter((line) => line.startsWith(`${instruction} `))
    .map((line) => line.slice(instruction.length + 1))

test('the image starts the published command, on the port that it exposes', () => {
  const [node, main, ...args] = JSON.parse(String(valuesOf('ENTRYPOINT')[0]))
  expect(node).toBe('node')
  const { bin } = packageJson.publishConfig
  const published = bin['wecom-meeting-mock'].replace('./', '')
  expect(main).toBe(`node_modules/${packageJson.name}/${published}`)
  expect(args).toEqual(['--host', '0.0.0.0'])
  const program = createProgram()
  expect(valuesOf('EXPOSE')).toEqual([String(program.getOptionValue('port'))])
})

test('the image has the Node that the package asks for', () => {
  const major = /\d+/.exec(packageJson.engines.node)?.[0]
  expect(valuesOf('FROM').every((image) => image.startsWith(`node:${major}-`))).toBe(true)
})
