import type { ActiveFault } from '../../faults/Fault.ts'
import { byId, createElement } from './element.ts'
import { attempt, get, post } from './mockControl.ts'
import { currentLanguage, getTexts, onPreferences } from './preferences.ts'
import { type EffectName, effectNames, effectTexts, fill } from './texts.ts'

let faults: ActiveFault[] = []

export async function refreshFaults(): Promise<void> {
  faults = await get<ActiveFault[]>('faults')
  renderList()
}

export function startFaults(): void {
  const form = byId<HTMLFormElement>('fault-form')
  const effect = form.elements.namedItem('effect') as HTMLSelectElement
  effect.addEventListener('change', renderValue)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const fields = readFault(new FormData(form))
    void attempt(async () => {
      await post('fault', fields)
      await refreshFaults()
    }, getTexts().addFault)
  })
  byId('clear-faults').addEventListener('click', () => {
    void attempt(async () => {
      await post('clearFaults')
      await refreshFaults()
    }, getTexts().noFaults)
  })
  onPreferences(() => {
    renderEffects(effect)
    renderValue()
    renderList()
  })
}

function renderEffects(select: HTMLSelectElement): void {
  const chosen = select.value || 'errcode'
  select.replaceChildren(
    ...effectNames.map((value) =>
      createElement('option', { value }, effectTexts(value, currentLanguage()).name),
    ),
  )
  select.value = chosen
}

/** Some effects need a figure, others none. */
function renderValue(): void {
  const form = byId<HTMLFormElement>('fault-form')
  const effect = (form.elements.namedItem('effect') as HTMLSelectElement).value as EffectName
  const { value: label, example } = effectTexts(effect, currentLanguage())
  const field = byId('fault-value')
  field.hidden = label === ''
  const [caption, input] = field.children as unknown as [HTMLElement, HTMLInputElement]
  caption.textContent = label
  input.required = label !== ''
  input.value = example
}

function renderList(): void {
  const list = byId('faults')
  if (faults.length === 0) {
    list.replaceChildren(createElement('li', { className: 'quiet' }, getTexts().noFaults))
    return
  }
  list.replaceChildren(...faults.map(createFaultItem))
}

function createFaultItem({ id, struck, scenario, ...fault }: ActiveFault): HTMLElement {
  const what = Object.entries(fault)
    .map(([name, value]) => `${name} ${[value].flat().join('–')}`)
    .join(', ')
  const remove = createElement('button', { type: 'button' }, getTexts().remove)
  remove.setAttribute('aria-label', `${getTexts().remove}: ${what}`)
  remove.addEventListener('click', () => {
    void attempt(async () => {
      await post('removeFault', { id })
      await refreshFaults()
    }, getTexts().remove)
  })
  const words = getTexts()
  const count = struck === 1 ? words.struckOnce : fill(words.struck, { count: struck })
  const counted = [scenario && fill(words.ofScenario, { name: scenario }), count]
  return createElement(
    'li',
    { className: 'row apart' },
    createElement(
      'span',
      {},
      what,
      ' ',
      createElement('small', {}, counted.filter(Boolean).join(' · ')),
    ),
    scenario === undefined && remove,
  )
}

/** A fault as `/__mock/fault` takes it, from the form's fields. The mock validates it. */
function readFault(form: FormData): Record<string, unknown> {
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
  errcode: (value) => ({ errcode: parseNumber(value) }),
  latency: (value) => ({ latency: parseRange(value) }),
  dropBefore: () => ({ drop: 'before' }),
  dropMiddle: () => ({ drop: 'middle' }),
  truncate: () => ({ truncate: true }),
  html: (value) => ({ html: parseNumber(value) }),
  contentType: (value) => ({ contentType: value }),
  slowBody: (value) => ({ slowBody: parseNumber(value) }),
  expireTokens: () => ({ expireTokens: true }),
}

/** What is no number goes to the mock as it is: its refusal says what was expected. */
function parseNumber(value: string): unknown {
  return value !== '' && Number.isFinite(Number(value)) ? Number(value) : value
}

function parseRange(value: string): unknown {
  const [, from, to] = /^(\d+)\s*[-–]\s*(\d+)$/.exec(value) ?? []
  return from && to ? [Number(from), Number(to)] : parseNumber(value)
}
