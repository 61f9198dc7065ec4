// Generated from src/options.json by `pnpm generate`. Do not edit.

export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        CorpOptions: {
            /**
             * How many requests the journal keeps; older ones are dropped. Of all of them together it keeps 8 MiB of bodies, the newest ones.
             * @default 1000
             */
            journalSize: number;
            /**
             * Decides on all made-up data, tokens, hints and faults: same seed, same bytes. An integer.
             * @default 1
             */
            seed: number;
            /**
             * How many people have enrolled in the made-up webinar, up to 20000.
             * @default 120
             */
            enrollments: number;
            /**
             * The corp ID that gettoken accepts.
             * @default wwa1b2c3d4e5f60718
             */
            corpId: string;
            /**
             * The secret that gettoken accepts.
             * @default mock-secret-that-opens-nothing-at-wecom
             */
            corpSecret: string;
            /**
             * How long a token lives, in seconds. On WeCom it is 7200.
             * @default 7200
             */
            tokenTtl: number;
            /**
             * What a call with an expired token gets; users of WeCom have met both.
             * @default 42001
             * @enum {integer}
             */
            expiredTokenErrcode: 42001 | 40014;
            /**
             * How many wrong secrets in a row block the caller's address (45009); 0 blocks nobody. WeCom says "several" and does not publish the number.
             * @default 5
             */
            secretAttempts: number;
            /**
             * How long such a block lasts, in seconds. On WeCom it is 3600.
             * @default 3600
             */
            secretBlock: number;
            /**
             * How often an operation may be called in a minute before it returns 45009; 0 is no limit. WeCom's own limits differ by corp and endpoint.
             * @default 0
             */
            rateLimit: number;
            /**
             * How many calls of an operation may be under way at once before it returns 45033; 0 is no limit.
             * @default 0
             */
            concurrencyLimit: number;
            /**
             * How long every response takes, in milliseconds, fixed or between two figures.
             * @default 0
             */
            latency: number | readonly [from: number, to: number];
            /**
             * The scenario to start with, and to come back to with `reset()`.
             * @default none
             * @enum {string}
             */
            scenario: "busy" | "token-dies" | "rate-limited" | "untrusted-ip" | "not-permitted" | "flaky-network" | "slow" | "enrollment-off" | "none";
            /**
             * Faults to start with, and to come back to with `reset()`.
             * @default []
             */
            faults: readonly object[];
            /**
             * What calls about enrollments return where enrollment is not switched on. WeCom's page says that there is such an error and does not publish its number.
             * @default 40058
             */
            enrollmentOffErrcode: number;
            /**
             * What a field that breaks the spec returns with: wrong type, out of range. WeCom does not publish it for these endpoints; 40058 is by its general meaning.
             * @default 40058
             */
            invalidFieldErrcode: number;
            /**
             * What a required field that is missing or empty returns with. WeCom does not publish it for these endpoints; 40063 is by its general meaning.
             * @default 40063
             */
            missingFieldErrcode: number;
        };
        ServerOptions: {
            /**
             * TCP port; 0 takes any free one.
             * @default 0
             */
            port: number;
            /**
             * Address to listen on. With the default nobody else on the network can reach the mock.
             * @default 127.0.0.1
             */
            host: string;
            /**
             * Serve https with a certificate made at the start, for `localhost`, the loopback addresses, `host` and `allowedHosts`. A client has to trust `mock.certificate`.
             * @default false
             */
            https: boolean;
            /**
             * Host names under which `/__mock/` may be called, besides `localhost`, `host` and every IP address: a page of another site cannot pretend to be one of them.
             * @default []
             */
            allowedHosts: readonly string[];
            /** Path of a JSON or YAML file with more data: `meetings` and `webinars`, each a list of what `addMeeting` and `addWebinar` take. */
            fixtures?: string;
            /** Path of another OpenAPI document than the project's own. */
            spec?: string;
            /**
             * Take up the spec and the fixtures whenever their files change: the data starts again, tokens, faults and the journal stay. A file that cannot be used is reported, and changes nothing.
             * @default false
             */
            watch: boolean;
            /**
             * How long a request may take to come whole, head and body, in milliseconds; then the connection is closed, after a response where there was a head.
             * @default 10000
             */
            bodyTimeout: number;
            /**
             * Keep the process running until `close()`, as the command does; else a test process ends when all else in it is over, also where `close()` was forgotten.
             * @default false
             */
            keepProcessAlive: boolean;
            /** The clock: milliseconds since 1970. Default `Date.now`. A test can let time pass with it. */
            now?: () => number;
            /** The clock's other half: waits so many milliseconds, or until the signal. Default: a timer. */
            sleep?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
            /** Called with one line: what a watched change led to. Default `console.error`. */
            onReload?: (message: string) => void;
            /** Called with one line when the mock itself is at fault. Default `console.error`. */
            onMockFault?: (message: string) => void;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
