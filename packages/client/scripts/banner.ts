/** The first lines of every generated file. */
export const banner = `// Generated from spec/openapi.yaml by \`pnpm generate\`. Do not edit.

`
