import { refreshData, startData } from './data.ts'
import { byId, createElement } from './element.ts'
import { refreshFaults, startFaults } from './faults.ts'
import { reloadJournal, startJournal } from './journal.ts'
import { attempt, getFacts, post } from './mockControl.ts'
import { getTexts, onPreferences, startPreferences } from './preferences.ts'
import { startReference } from './reference.ts'
import { refreshScenarios, startScenarios } from './scenarios.ts'
import { startTabs } from './tabs.ts'
import { fill } from './texts.ts'

startPreferences()
startScenarios()
startFaults()
startData()
const showReference = startReference()

startTabs((panel) => {
  byId('reference-bar').hidden = panel !== 'reference'
  if (panel === 'data') void attempt(refreshData)
  if (panel === 'reference') showReference()
})
new ResizeObserver(([entry]) => {
  const height = Math.ceil(entry?.borderBoxSize[0]?.blockSize ?? 0)
  document.documentElement.style.setProperty('--header-height', `${height}px`)
}).observe(document.querySelector('header') as HTMLElement)

byId('expire-tokens').addEventListener('click', () => {
  void attempt(() => post('expireTokens'), getTexts().tokensExpired)
})
byId('reset').addEventListener('click', () => {
  void attempt(async () => {
    await post('reset')
    await Promise.all([reloadJournal(), refreshScenarios(), refreshFaults(), refreshData()])
  }, getTexts().resetDone)
})

void attempt(async () => {
  const facts = await getFacts()
  onPreferences(() => {
    byId('server').textContent = fill(getTexts().server, { ...facts, secret: facts.corpSecret })
  })
  const paths = (await (await fetch('/__page/openapi.en.json')).json()).paths
  addOperations(paths)
  await Promise.all([refreshScenarios(), refreshFaults(), reloadJournal()])
})
// A fault counts how often it struck, and may be over after a request.
void startJournal(() => void refreshFaults())

function addOperations(paths: Record<string, Record<string, { operationId: string }>>): void {
  for (const { operationId } of Object.values(paths).flatMap((path) => Object.values(path))) {
    for (const select of document.querySelectorAll('select[name=operation], #journal-operation')) {
      select.append(createElement('option', { value: operationId }, operationId))
    }
  }
}
