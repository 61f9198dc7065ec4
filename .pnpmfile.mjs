/** Changes what packages ask for, before pnpm resolves it. */
export const hooks = {
  readPackage(manifest) {
    // Only its browser bundle is used, and that holds everything. Its sources' dependencies, Vue and
    // 100 MB more, would be installed for nothing.
    if (manifest.name === '@scalar/api-reference') manifest.dependencies = {}
    return manifest
  },
}
