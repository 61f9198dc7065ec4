/** The page's own element with this id; `index.html` has it. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id)
  if (!found) throw new Error(`index.html has no element ${id}`)
  return found as T
}

type Child = Node | string | undefined | false

/** A new element. Texts go in as texts, never as HTML: what a request brings is shown, not run. */
export function createElement<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children.filter((child) => child !== undefined && child !== false))
  return made
}

/** A value as people read JSON; it can be scrolled by keyboard. */
export function createJsonBlock(value: unknown, label: string): HTMLElement {
  const shown = typeof value === 'string' ? value : JSON.stringify(value, null, 2)
  const block = createElement('pre', { tabIndex: 0 }, shown ?? '')
  block.setAttribute('aria-label', label)
  block.setAttribute('role', 'region')
  return block
}
