declare module '@n8n/scan-community-package/scanner/scanner.mjs' {
  /** Globs of the sources that n8n's verification lints. */
  export const SOURCE_FILE_PATTERNS: string[]
  /** Lints the files of a folder as n8n's verification does. */
  export function analyzePackage(
    packageDir: string,
    filePatterns?: string[],
  ): Promise<{ passed: boolean; message?: string; details?: string }>
}
