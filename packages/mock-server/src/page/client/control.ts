import { html, nothing, type TemplateResult } from 'lit-html'
import type { ActiveFault } from '../../faults/Fault.ts'
import type { Scenario } from '../../faults/scenarios.ts'
import { post, state, update } from './state.ts'
import { type EffectName, effects, fill, type InputRule, rules, words } from './texts.ts'
import { viewButton, viewNotice, viewOperations, viewOptions } from './view.ts'

export function viewControl(): TemplateResult {
  const none = { name: 'none', description: words.noScenario, descriptionZh: words.noScenario }
  const isOn = state.scenarios.some(({ active }) => active)
  return html`<div class="column">
    <section>
      <fieldset id="scenarios"><legend>${words.scenarios}</legend>
        ${[{ ...none, active: !isOn }, ...state.scenarios].map(viewScenario)}
      </fieldset>
      ${viewNotice('scenario')}
    </section>
    <section aria-labelledby="faults-title">
      <h2 id="faults-title">${words.faults}</h2>
      <ul id="faults">
        ${state.faults.length === 0 ? html`<li><small>${words.noFaults}</small></li>` : state.faults.map(viewFault)}
      </ul>
      ${viewFaultForm()}
      ${viewNotice('fault')}
    </section>
    <section aria-labelledby="start-title">
      <h2 id="start-title">${words.tokens}</h2>
      <div class="row">
        ${viewButton(words.expireTokens, 'expireTokens', 'start', words.tokensExpired)}
        ${viewButton(words.reset, 'reset', 'start', words.resetDone)}
      </div>
      ${viewNotice('start')}
      <small>${words.resetHint}</small>
    </section>
  </div>`
}

function viewScenario(scenario: Omit<Scenario, 'name'> & { name: string }): TemplateResult {
  const { name, active } = scenario
  const description = state.language === 'zh' ? scenario.descriptionZh : scenario.description
  const choose = () => {
    // As the radio button shows it already, or it would go on to whatever the mock says.
    update({ scenarios: state.scenarios.map((one) => ({ ...one, active: one.name === name })) })
    void post('scenario', { name }, 'scenario', `${words.scenarios}: ${name}`)
  }
  return html`<label>
    <input type="radio" name="scenario" value=${name} .checked=${active} @change=${choose}>
    <span><strong>${name}</strong> <small>${description}</small></span>
  </label>`
}

function viewFault(fault: ActiveFault): TemplateResult {
  const { id, struck, scenario } = fault
  const what = describeFault(fault)
  const count = struck === 1 ? words.struckOnce : fill(words.struck, { count: struck })
  const origin = scenario === undefined ? '' : `${fill(words.ofScenario, { name: scenario })} · `
  const remove = () => post('removeFault', { id }, 'fault', words.removed)
  return html`<li class="row">
    <span>${what} <small>${origin}${count}</small></span>
    ${scenario === undefined ? html`<button type="button" aria-label="${words.remove}: ${what}" @click=${remove}>${words.remove}</button>` : nothing}
  </li>`
}

/** `getWebinar: errcode 45009, 2 times`; what the page has no words for is shown as it is. */
function describeFault({ id, struck, scenario, operation, ...fault }: ActiveFault): string {
  const named: Record<string, string> = words
  const where = [operation ?? words.everyOperation].flat().join(', ')
  const parts = Object.entries(fault).map(([name, value]) => {
    const text = named[`fault.${name}.${value}`] ?? named[`fault.${name}`] ?? `${name} {value}`
    const plain = name === 'latency' ? [value].flat().join('–') : value
    return fill(text, { value: typeof plain === 'object' ? JSON.stringify(plain) : String(plain) })
  })
  return fill(words.faultLine, { where, what: parts.join(words.comma) })
}

/** What was chosen in the form for a fault, and which of its fields are wrong. */
const form = { effect: 'errcode' as EffectName, wrong: new Set<string>() }

function viewFaultForm(): TemplateResult {
  const { language } = state
  const names = Object.entries(effects).map(([effect, each]) => [effect, each[language].name])
  const { value } = effects[form.effect][language]
  const chooseEffect = ({ target }: { target: HTMLSelectElement }) => {
    form.effect = target.value as EffectName
    form.wrong = new Set()
    update({})
    const input = target.form?.elements.namedItem('value') as HTMLInputElement | null
    if (input) input.value = effects[form.effect].example
  }
  return html`<form id="fault-form" novalidate @submit=${addFault}>
    <label>${words.faultOperation}<select name="operation">${viewOperations()}</select></label>
    <label>${words.faultEffect}
      <select name="effect" @change=${chooseEffect}>${viewOptions(Object.fromEntries(names), form.effect)}</select></label>
    ${value === '' ? nothing : viewField('value', value, effects.errcode.example)}
    ${viewField('times', words.faultTimes, '', words.always)}
    ${viewField('every', words.faultEvery, '', '1')}
    ${viewField('probability', words.faultProbability, '', '1')}
    <div class="row">
      <button class="main">${words.addFault}</button>
      ${viewButton(words.clearFaults, 'clearFaults', 'fault', words.faultsCleared)}
    </div>
  </form>`
}

function ruleOf(name: string): InputRule {
  return rules[name] ?? effects[form.effect].rule
}

/** An input, and beside it what is wrong with it. */
function viewField(name: string, label: string, value: string, placeholder = ''): TemplateResult {
  const isWrong = form.wrong.has(name)
  const { pattern, expected } = ruleOf(name)
  const problem = isWrong ? fill(words.expected, { what: expected[state.language] }) : ''
  return html`<label>${label}
    <input name=${name} value=${value} placeholder=${placeholder} pattern=${pattern} ?required=${name === 'value'} autocomplete="off" aria-invalid=${isWrong} aria-describedby="wrong-${name}">
    <small class="bad" id="wrong-${name}" role="alert">${problem}</small></label>`
}

function isRight({ name, value, validity }: HTMLInputElement): boolean {
  const { max = Number.POSITIVE_INFINITY } = ruleOf(name)
  const [from = 0, to = from] = readNumbers(value)
  return validity.valid && from <= to && to <= max
}

/** Of `-1`, `0.5`, `200-800` or `200 – 800`. */
function readNumbers(text: string): number[] {
  return Array.from(text.matchAll(/^-?[\d.]+|\d+/g), Number)
}

/** Sends a fault as `/__mock/fault` takes it, once every field is as it must be. */
function addFault(event: SubmitEvent): void {
  event.preventDefault()
  const given = event.target as HTMLFormElement
  const inputs = [...given.elements].filter((element) => element instanceof HTMLInputElement)
  form.wrong = new Set(inputs.filter((input) => !isRight(input)).map(({ name }) => name))
  update({ notice: { place: '', text: '', isBad: false } })
  if (form.wrong.size > 0) return
  const texts = Array.from(new FormData(given), ([name, text]) => [name, String(text).trim()])
  const { operation, effect, value = '', ...counts } = Object.fromEntries(texts)
  const numbers = Object.entries<string>(counts).filter(([, text]) => text !== '')
  const fault = {
    ...(operation ? { operation } : {}),
    ...toFields(effect as EffectName, value),
    ...Object.fromEntries(numbers.map(([name, text]) => [name, Number(text)])),
  }
  void post('fault', fault, 'fault', words.faultAdded)
}

function toFields(effect: EffectName, text: string): object {
  const [from, to] = readNumbers(text)
  const value = to === undefined ? from : [from, to]
  return effects[effect].set ?? { [effect]: effect === 'contentType' ? text : value }
}
