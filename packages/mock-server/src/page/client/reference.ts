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
let loading: Promise<unknown> | undefined

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
  const { language, server } = state
  // The spec's example credentials are WeCom's; this mock has its own.
  const credentials = new Map([
    ['corpid', server?.corpId ?? ''],
    ['corpsecret', server?.corpSecret ?? ''],
  ])
  loading ??= loadScalar()
  const [response] = await Promise.all([fetch(`/__page/openapi.${language}.json`), loading])
  const openapi = JSON.parse(await response.text(), (_key, value) =>
    credentials.has(value?.name) ? { ...value, example: credentials.get(value.name) } : value,
  )
  // What the page asks for itself is outside of the journal, and the token is not the client's.
  const query = new URLSearchParams([...credentials])
  token ||= (await (await fetch(`/cgi-bin/gettoken?${query}`)).json()).access_token
  // Language or colours were changed while this was on its way.
  if (wanted !== shown) return
  reference?.destroy()
  const place = document.createElement('div')
  document.getElementById('scalar')?.replaceChildren(place)
  // Everything that would call another site is off; the page's Content-Security-Policy sees to it too.
  reference = Scalar.createApiReference(place, {
    content: { ...openapi, servers: [{ url: location.origin }] },
    localization: { locale: language },
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
    authentication: { securitySchemes: { accessToken: { value: token } } },
  })
}

function loadScalar(): Promise<unknown> {
  const script = document.createElement('script')
  script.src = '/__page/scalar.js'
  document.head.append(script)
  return new Promise((resolve, reject) => {
    script.addEventListener('load', resolve)
    script.addEventListener('error', reject)
  })
}
