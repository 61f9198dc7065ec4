/** A mock server for the spec that can be started as a command. */
export interface MockContender {
  name: string
  /** How it was started, where a reader may wonder. */
  setUp: string
  /** Arguments of the Node process that serves on `port`. */
  command(port: number): string[]
}

/** A mock server that answers. */
export interface RunningMock extends Disposable {
  url: string
  /** From the start of the process to its first answer, in milliseconds. */
  firstAnswerMs: number
  /** Memory that the process holds, in MB; undefined where the system does not tell. */
  residentMegabytes(): number | undefined
}
