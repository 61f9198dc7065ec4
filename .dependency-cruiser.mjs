const spec = '^spec/'
const client = '^packages/client/'
const mock = '^packages/mock-server/'
const node = '^packages/n8n-node/'
const above = '^(bench|examples|packages/runtime-tests)/'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-import-cycle',
      comment:
        'These files import each other, types included. Move what both need into a third file.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-folder-cycle',
      comment: 'These folders import each other. Move what both need into one of them.',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
    ...[
      { name: 'spec', from: spec, to: [client, mock, node] },
      { name: 'client', from: client, to: [mock, node] },
      { name: 'mock-server', from: mock, to: [client, node] },
      { name: 'n8n-node', from: node, to: [mock] },
      { name: 'package', from: [spec, client, mock, node], to: [above] },
    ].map(({ name, from, to }) => ({
      name: `no-backward-import-of-${name}`,
      comment: 'Packages import one way: spec ← client ← n8n-node, spec ← mock-server.',
      severity: 'error',
      from: { path: from },
      to: { path: to },
    })),
  ],
  options: {
    // Types count too.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // Tests may use every package.
    exclude: { path: '\\.test(-d)?\\.m?ts$|/(dist|test|testing|e2e)/' },
    // In the workspace a package's exports lead to its sources.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.mts', '.mjs', '.js'],
    },
  },
}
