/** The first line of every generated file. */
export const banner = '// Generated from spec/openapi.yaml by `pnpm generate`. Do not edit.\n'
