/** A way to get one webinar over and over from a server that runs already. */
export interface Contender {
  name: string
  /** How it was set up, where a reader may wonder. */
  setUp: string
  /** Resolves to the webinar's title. */
  getWebinar: () => Promise<string>
}

/** What every contender is given. They all know a token already: fetching one is another benchmark. */
export interface ContenderInit {
  baseUrl: string
  accessToken: string
}
