import { type Language, type Texts, textsIn } from './texts.ts'

type Theme = 'auto' | 'light' | 'dark'

/** What somebody chose on this page before; a browser may keep nothing, and then nothing is lost. */
function recall(name: string): string | null {
  try {
    return localStorage.getItem(`wecom-meeting-mock-${name}`)
  } catch {
    return null
  }
}

function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`wecom-meeting-mock-${name}`, value)
  } catch {
    // Not kept, then.
  }
}

const dark = matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()

let language: Language = (recall('language') ?? navigator.language).startsWith('zh') ? 'zh' : 'en'
let theme = (recall('theme') ?? 'auto') as Theme

export function currentLanguage(): Language {
  return language
}

export function isDark(): boolean {
  return theme === 'auto' ? dark.matches : theme === 'dark'
}

/** The page's texts in the chosen language. */
export function getTexts(): Texts {
  return texts[language]
}

const texts = { en: textsIn('en'), zh: textsIn('zh') }

/** Calls `listener` now, and whenever language or colours change. */
export function onPreferences(listener: () => void): void {
  listeners.add(listener)
  listener()
}

export function startPreferences(): void {
  follow('language', language, (value) => {
    language = value as Language
  })
  follow('theme', theme, (value) => {
    theme = value as Theme
  })
  dark.addEventListener('change', notifyListeners)
  onPreferences(apply)
}

function follow(name: string, initial: string, take: (value: string) => void): void {
  for (const input of document.querySelectorAll<HTMLInputElement>(`input[name=${name}]`)) {
    input.checked = input.value === initial
    input.addEventListener('change', () => {
      remember(name, input.value)
      take(input.value)
      notifyListeners()
    })
  }
}

function notifyListeners(): void {
  for (const listener of listeners) listener()
}

function apply(): void {
  const { documentElement: root } = document
  root.lang = language === 'zh' ? 'zh-CN' : 'en'
  root.dataset.colours = isDark() ? 'dark' : 'light'
  const words: Record<string, string> = getTexts()
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) {
    element.textContent = words[element.dataset.text ?? ''] ?? ''
  }
  for (const input of document.querySelectorAll<HTMLInputElement>('[data-placeholder]')) {
    input.placeholder = words[input.dataset.placeholder ?? ''] ?? ''
  }
  document.title = words.name ?? ''
}
