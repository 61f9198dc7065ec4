import { byId, createElement } from './element.ts'
import { attempt, getFacts, type MockFacts, say } from './mockControl.ts'
import { currentLanguage, getTexts, isDark, onPreferences } from './preferences.ts'

interface ScalarReference {
  destroy(): void
}
declare global {
  var Scalar: { createApiReference(place: Element, configuration: object): ScalarReference }
}

let shown: ScalarReference | undefined
let token = ''

/** Loads the reference when it is first looked at: it is 4 MB, and most of the page needs none of it. */
export function startReference(): () => void {
  let asked = false
  byId('new-token').addEventListener('click', () => {
    void attempt(async () => {
      await show({ newToken: true })
      say(getTexts().tokenTaken)
    })
  })
  onPreferences(() => {
    if (asked) void attempt(() => show({ newToken: false }))
  })
  return () => {
    if (asked) return
    asked = true
    void attempt(() => show({ newToken: true }))
  }
}

let latest = 0

async function show({ newToken }: { newToken: boolean }): Promise<void> {
  latest += 1
  const own = latest
  const facts = await getFacts()
  const [openapi] = await Promise.all([
    fetch(`/__page/openapi.${currentLanguage()}.json`).then((response) => response.json()),
    loadScalar(),
  ])
  if (newToken || token === '') token = await fetchToken(facts)
  // Language or colours were changed while this was on its way.
  if (own !== latest) return
  shown?.destroy()
  const place = createElement('div')
  byId('scalar').replaceChildren(place)
  shown = Scalar.createApiReference(place, createConfiguration(addCredentials(openapi, facts)))
}

/** Everything that would call another site is off; the page's Content-Security-Policy sees to it too. */
function createConfiguration(openapi: object): object {
  return {
    content: { ...openapi, servers: [{ url: location.origin }] },
    localization: { locale: currentLanguage() },
    withDefaultFonts: false,
    telemetry: false,
    agent: { disabled: true },
    mcp: { disabled: true },
    showDeveloperTools: 'never',
    documentDownloadType: 'none',
    hideClientButton: true,
    hideDarkModeToggle: true,
    defaultOpenAllTags: true,
    forceDarkModeState: isDark() ? 'dark' : 'light',
    defaultHttpClient: { targetKey: 'shell', clientKey: 'curl' },
    authentication: {
      preferredSecurityScheme: 'accessToken',
      securitySchemes: { accessToken: { value: token } },
    },
    customCss: ':root { --scalar-custom-header-height: var(--header-height) }',
  }
}

let loading: Promise<void> | undefined

function loadScalar(): Promise<void> {
  loading ??= new Promise((resolve, reject) => {
    const script = createElement('script', { src: '/__page/scalar.js' })
    script.addEventListener('load', () => resolve())
    script.addEventListener('error', () => reject(new TypeError('scalar.js did not load')))
    document.head.append(script)
  })
  return loading
}

async function fetchToken({ corpId, corpSecret }: MockFacts): Promise<string> {
  const query = new URLSearchParams({ corpid: corpId, corpsecret: corpSecret })
  const answer = await (await fetch(`/cgi-bin/gettoken?${query}`)).json()
  return answer.access_token ?? ''
}

interface OpenApi {
  paths: Record<string, { get?: { parameters?: { name: string; example?: string }[] } }>
}

/** The spec's example credentials are WeCom's; this mock has its own. */
function addCredentials(openapi: OpenApi, { corpId, corpSecret }: MockFacts): OpenApi {
  const examples: Record<string, string> = { corpid: corpId, corpsecret: corpSecret }
  for (const { get } of Object.values(openapi.paths)) {
    for (const parameter of get?.parameters ?? []) {
      const example = examples[parameter.name]
      if (example !== undefined) parameter.example = example
    }
  }
  return openapi
}
