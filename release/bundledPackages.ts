import { dirname, relative } from 'node:path'
import license, { type Options as LicenseOptions } from 'rollup-plugin-license'
import sbom from 'rollup-plugin-sbom'
import type { Rolldown } from 'tsdown'

type CreatePlugin<Options> = (options: Options) => Rolldown.Plugin
// Their types are rollup's; they run in rolldown too.
const createLicensePlugin = license as unknown as CreatePlugin<LicenseOptions>
const writeBom = sbom as unknown as CreatePlugin<NonNullable<Parameters<typeof sbom>[0]>>

/**
 * Writes what a bundle is made of into `dist`: the licence texts, and a CycloneDX bill of materials.
 * `writeSbom.ts` writes what is installed beside it.
 */
export const bundledPackages = listBundledPackages('dist/THIRD-PARTY-LICENSES.txt')

/** The same for a bundle whose licence texts go into another file, with the bill of materials beside it. */
export function listBundledPackages(licenses: string): Rolldown.Plugin[] {
  return [
    createLicensePlugin({ thirdParty: { output: licenses } }),
    writeBom({
      rootComponentType: 'library',
      outDir: relative('dist', dirname(licenses)),
      outFilename: 'sbom-bundled.cdx',
      includeWellKnown: false,
      // The same sources give the same file.
      saveTimestamp: false,
    }),
  ]
}
