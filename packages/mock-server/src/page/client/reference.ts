import { state, update } from './state.ts'

interface ScalarReference {
  destroy(): void
}
declare global {
  var Scalar: { createApiReference(place: Element, configuration: object): ScalarReference }
}

let reference: ScalarReference | undefined
let token = ''
let shown = ''

/** Loads the reference when it is first looked at: it is 4 MB, and most of the page needs none of it. */
export function showReference(isDark: boolean): void {
  const { language, server } = state
  const wanted = JSON.stringify({ language, isDark, server })
  if (!server || wanted === shown) return
  shown = wanted
  void show(wanted, isDark).catch(() => {
    // The next change tries again.
    shown = ''
  })
}

export function renewToken(): void {
  token = ''
  shown = ''
  update({})
}

async function show(wanted: string, isDark: boolean): Promise<void> {
  const { language } = state
  const [openapi] = await Promise.all([
    fetch(`/__page/openapi.${language}.json`).then((response) => response.json()),
    loadScalar(),
    fetchToken(),
  ])
  // Language or colours were changed while this was on its way.
  if (wanted !== shown) return
  reference?.destroy()
  const place = document.createElement('div')
  document.getElementById('scalar')?.replaceChildren(place)
  const configuration = createConfiguration(addCredentials(openapi), isDark)
  reference = Scalar.createApiReference(place, configuration)
}

/** Everything that would call another site is off; the page's Content-Security-Policy sees to it too. */
function createConfiguration(openapi: object, isDark: boolean): object {
  return {
    content: { ...openapi, servers: [{ url: location.origin }] },
    localization: { locale: state.language },
    withDefaultFonts: false,
    telemetry: false,
    agent: { disabled: true },
    mcp: { disabled: true },
    showDeveloperTools: 'never',
    documentDownloadType: 'none',
    hideClientButton: true,
    hideDarkModeToggle: true,
    defaultOpenAllTags: true,
    forceDarkModeState: isDark ? 'dark' : 'light',
    defaultHttpClient: { targetKey: 'shell', clientKey: 'curl' },
    authentication: {
      securitySchemes: { accessToken: { value: token } },
    },
  }
}

let loading: Promise<void> | undefined

function loadScalar(): Promise<void> {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = '/__page/scalar.js'
    script.addEventListener('load', () => resolve())
    script.addEventListener('error', () => reject(new Error('scalar.js did not load')))
    document.head.append(script)
  })
  return loading
}

/** What the page asks for itself is outside of the journal, and the token is not the client's. */
async function fetchToken(): Promise<void> {
  const { corpId = '', corpSecret = '' } = state.server ?? {}
  if (token !== '') return
  const query = new URLSearchParams({ corpid: corpId, corpsecret: corpSecret })
  const response = await (await fetch(`/cgi-bin/gettoken?${query}`)).json()
  token = response.access_token ?? ''
}

interface OpenApi {
  paths: Record<string, { get?: { parameters?: { name: string; example?: string }[] } }>
}

/** The spec's example credentials are WeCom's; this mock has its own. */
function addCredentials(openapi: OpenApi): OpenApi {
  const { corpId, corpSecret } = state.server ?? {}
  const examples: Record<string, string | undefined> = { corpid: corpId, corpsecret: corpSecret }
  for (const { get } of Object.values(openapi.paths)) {
    for (const parameter of get?.parameters ?? []) {
      const example = examples[parameter.name]
      if (example !== undefined) parameter.example = example
    }
  }
  return openapi
}
