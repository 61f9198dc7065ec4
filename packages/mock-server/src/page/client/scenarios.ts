import type { Scenario } from '../../MockServer.ts'
import { byId, element } from './element.ts'
import { refreshFaults } from './faults.ts'
import { ask, attempt, tell } from './mockControl.ts'
import { currentLanguage, onPreferences, text } from './preferences.ts'

let scenarios: Scenario[] = []

export async function refreshScenarios(): Promise<void> {
  scenarios = await ask<Scenario[]>('scenarios')
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
    element('legend', { className: 'unseen' }, text().scenarios),
    choice('none', text().noScenario, none),
    ...scenarios.map(({ name, description, descriptionZh, active }) =>
      choice(name, chinese ? descriptionZh : description, active),
    ),
  )
  if (hadFocus) group.querySelector<HTMLInputElement>(`input[value="${focused}"]`)?.focus()
}

function choice(name: string, description: string, active: boolean): HTMLElement {
  const input = element('input', { type: 'radio', name: 'scenario', value: name, checked: active })
  input.addEventListener('change', () => {
    void attempt(async () => {
      await tell('scenario', { name })
      await Promise.all([refreshScenarios(), refreshFaults()])
    }, `${text().scenarios}: ${name}`)
  })
  return element(
    'label',
    { className: 'choice' },
    input,
    element('span', {}, element('strong', {}, name), ' ', element('small', {}, description)),
  )
}
