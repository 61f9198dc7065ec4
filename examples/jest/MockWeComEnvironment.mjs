import { startMockServer } from '@wecom-meeting/mock-server'
import { TestEnvironment } from 'jest-environment-node'

/** Gives every test file a mock WeCom of its own, as the global `mock`. */
export default class MockWeComEnvironment extends TestEnvironment {
  async setup() {
    await super.setup()
    this.global.mock = await startMockServer()
  }

  async teardown() {
    await this.global.mock.close()
    await super.teardown()
  }
}
