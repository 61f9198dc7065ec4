import license from 'rollup-plugin-license'
import sbom from 'rollup-plugin-sbom'
import type { Rolldown } from 'tsdown'

// Its types put the plugin under `default`, Node does not.
const licensePlugin = license as unknown as typeof license.default

/**
 * Writes what a bundle is made of into `dist`: the licence texts, and a CycloneDX bill of materials.
 * What is installed beside a package stands in `dist/sbom.cdx.json`, which its build script writes.
 */
export const bundledPackages: Rolldown.Plugin[] = [
  licensePlugin({ thirdParty: { output: 'dist/THIRD-PARTY-LICENSES.txt' } }),
  // Its types are rollup's; it runs in rolldown too.
  sbom({
    rootComponentType: 'library',
    outDir: '.',
    outFilename: 'sbom-bundled.cdx',
    includeWellKnown: false,
    // The same sources give the same file.
    saveTimestamp: false,
  }) as unknown as Rolldown.Plugin,
]
