import type { Scenario } from '../../MockServer.ts'
import { byId, createElement } from './element.ts'
import { refreshFaults } from './faults.ts'
import { attempt, get, post } from './mockControl.ts'
import { currentLanguage, getTexts, onPreferences } from './preferences.ts'

let scenarios: Scenario[] = []

export async function refreshScenarios(): Promise<void> {
  scenarios = await get<Scenario[]>('scenarios')
  render()
}

export function startScenarios(): void {
  onPreferences(render)
}

function render(): void {
  const group = byId('scenarios')
  const focused = (document.activeElement as HTMLInputElement | null)?.value
  const hadFocus = group.contains(document.activeElement)
  const none = !scenarios.some(({ active }) => active)
  const chinese = currentLanguage() === 'zh'
  group.replaceChildren(
    createElement('legend', { className: 'unseen' }, getTexts().scenarios),
    createChoice('none', getTexts().noScenario, none),
    ...scenarios.map(({ name, description, descriptionZh, active }) =>
      createChoice(name, chinese ? descriptionZh : description, active),
    ),
  )
  if (hadFocus) group.querySelector<HTMLInputElement>(`input[value="${focused}"]`)?.focus()
}

function createChoice(name: string, description: string, active: boolean): HTMLElement {
  const input = createElement('input', {
    type: 'radio',
    name: 'scenario',
    value: name,
    checked: active,
  })
  input.addEventListener('change', () => {
    void attempt(async () => {
      await post('scenario', { name })
      await Promise.all([refreshScenarios(), refreshFaults()])
    }, `${getTexts().scenarios}: ${name}`)
  })
  return createElement(
    'label',
    { className: 'choice' },
    input,
    createElement(
      'span',
      {},
      createElement('strong', {}, name),
      ' ',
      createElement('small', {}, description),
    ),
  )
}
