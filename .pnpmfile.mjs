export const hooks = {
  /** Changes what packages ask for, before pnpm resolves it. */
  readPackage(manifest) {
    // Only its browser bundle is used, and that holds everything. Its sources' dependencies, Vue and
    // 100 MB more, would be installed for nothing.
    if (manifest.name === '@scalar/api-reference') manifest.dependencies = {}
    return manifest
  },

  /** What is in the bundle is not installed beside it. */
  beforePacking({ bundledIntoDist = [], ...manifest }) {
    for (const name of bundledIntoDist) delete manifest.dependencies[name]
    return manifest
  },
}
