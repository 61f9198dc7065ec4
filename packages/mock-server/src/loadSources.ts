import type { Sources } from './MockState.ts'
import type { Settings } from './options.ts'
import { loadChangedSpec, loadSpec } from './spec/loadSpec.ts'

/**
 * Reads the files that a server is made from.
 *
 * @throws {MockSetupError} naming the file, the place in it and what is wrong.
 */
export async function loadSources(
  settings: Pick<Settings, 'spec' | 'fixtures'>,
  { changed = false }: { changed?: boolean } = {},
): Promise<Sources> {
  const spec = await (changed ? loadChangedSpec : loadSpec)(settings.spec)
  if (settings.fixtures === undefined) return { spec, addFixtures: () => undefined }
  // Reading YAML costs every start that has no fixtures 40 ms.
  const [{ FixturesFile }, { addFixtures }] = await Promise.all([
    import('./fixtures/FixturesFile.ts'),
    import('./fixtures/addFixtures.ts'),
  ])
  const file = new FixturesFile(settings.fixtures)
  return { spec, addFixtures: (data) => addFixtures(data, file) }
}
