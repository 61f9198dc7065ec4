import type { OwnPaths } from '../front/createRequestListener.ts'
import type { Settings } from '../options.ts'

/** The page at `/`, and its files under `/__page/`. What it takes to serve them is loaded only then. */
export function pagePaths(settings: Settings): OwnPaths {
  return {
    handles: (path) => path === '/' || path.startsWith('/__page/'),
    async handle(request, response, { target }) {
      const { servePage } = await import('./servePage.ts')
      request.resume()
      await servePage(request.method ?? '', target.path, response, settings)
    },
  }
}
