import { parse, View } from 'vega'
import { compile } from 'vega-lite'
import type { Chart } from '../Benchmark.ts'

/** A bar chart as SVG that reads on light and dark pages. */
export async function chartSvg({ axis, rows }: Chart): Promise<string> {
  const { spec } = compile({
    width: 480,
    background: 'white',
    padding: 12,
    data: { values: rows },
    encoding: {
      y: { field: 'name', type: 'nominal', sort: null, title: null, axis: { labelLimit: 240 } },
      x: { field: 'value', type: 'quantitative', title: axis },
    },
    layer: [
      { mark: { type: 'bar', color: '#2f6db5' } },
      {
        mark: { type: 'text', align: 'left', dx: 4 },
        encoding: { text: { field: 'value', type: 'quantitative', format: '.3~r' } },
      },
    ],
  })
  return `${await new View(parse(spec), { renderer: 'none' }).toSVG()}\n`
}
