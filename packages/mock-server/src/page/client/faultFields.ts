import type { EffectName } from './texts.ts'

/** A fault as `/__mock/fault` takes it, from the form's fields. The mock judges whether it is one. */
export function faultFields(form: FormData): Record<string, unknown> {
  const given = (name: string) => String(form.get(name) ?? '').trim()
  const counted = ['times', 'every', 'probability']
    .filter((name) => given(name) !== '')
    .map((name) => [name, Number(given(name))])
  return {
    ...(given('operation') ? { operation: given('operation') } : {}),
    ...effectFields[given('effect') as EffectName](given('value')),
    ...Object.fromEntries(counted),
  }
}

const effectFields: Record<EffectName, (value: string) => Record<string, unknown>> = {
  errcode: (value) => ({ errcode: numeric(value) }),
  latency: (value) => ({ latency: range(value) }),
  dropBefore: () => ({ drop: 'before' }),
  dropMiddle: () => ({ drop: 'middle' }),
  truncate: () => ({ truncate: true }),
  html: (value) => ({ html: numeric(value) }),
  contentType: (value) => ({ contentType: value }),
  slowBody: (value) => ({ slowBody: numeric(value) }),
  expireTokens: () => ({ expireTokens: true }),
}

/** What is no number goes to the mock as it is: its refusal says what was expected. */
function numeric(value: string): unknown {
  return value !== '' && Number.isFinite(Number(value)) ? Number(value) : value
}

function range(value: string): unknown {
  const [, from, to] = /^(\d+)\s*[-–]\s*(\d+)$/.exec(value) ?? []
  return from && to ? [Number(from), Number(to)] : numeric(value)
}
