// Generated from src/control/openapi.json by `pnpm generate`. Do not edit.

import type { operations as all } from "@wecom-meeting/spec/types";
type OperationId = keyof all;
export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** Empty. */
        readonly Nothing: Record<string, never>;
        /** What a client of the corp needs. */
        readonly Corp: {
            /** Where the mock listens, without a slash at the end. */
            readonly url: string;
            /** The corp ID that gettoken accepts. */
            readonly corpId: string;
            /** The secret that gettoken accepts. It opens nothing at WeCom. */
            readonly corpSecret: string;
        };
        /** How a corp is set up. */
        readonly CorpOptions: {
            /** How many requests the journal keeps; older ones are dropped. Of all of them together it keeps 8 MiB of bodies, the newest ones. */
            readonly journalSize?: number;
            /** Decides on all made-up data, tokens, hints and faults: same seed, same bytes. An integer. */
            readonly seed?: number;
            /** How many people have enrolled in the made-up webinar, up to 20000. */
            readonly enrollments?: number;
            /** The corp ID that gettoken accepts. */
            readonly corpId?: string;
            /** The secret that gettoken accepts. */
            readonly corpSecret?: string;
            /** How long a token lives, in seconds. On WeCom it is 7200. */
            readonly tokenTtl?: number;
            /**
             * What a call with an expired token gets; users of WeCom have met both.
             * @enum {integer}
             */
            readonly expiredTokenErrcode?: 42001 | 40014;
            /** How many wrong secrets in a row block the caller's address (45009); 0 blocks nobody. WeCom says "several" and does not publish the number. */
            readonly secretAttempts?: number;
            /** How long such a block lasts, in seconds. On WeCom it is 3600. */
            readonly secretBlock?: number;
            /** How often an operation may be called in a minute before it returns 45009; 0 is no limit. WeCom's own limits differ by corp and endpoint. */
            readonly rateLimit?: number;
            /** How many calls of an operation may be under way at once before it returns 45033; 0 is no limit. */
            readonly concurrencyLimit?: number;
            /** How long every response takes, in milliseconds, fixed or between two figures. */
            readonly latency?: number | readonly [from: number, to: number];
            /**
             * The scenario to start with, and to come back to with `reset()`.
             * @enum {string}
             */
            readonly scenario?: "busy" | "token-dies" | "rate-limited" | "untrusted-ip" | "not-permitted" | "flaky-network" | "slow" | "enrollment-off" | "none";
            /** Faults to start with, and to come back to with `reset()`. */
            readonly faults?: readonly Record<string, never>[];
            /** What calls about enrollments return where enrollment is not switched on. WeCom's page says that there is such an error and does not publish its number. */
            readonly enrollmentOffErrcode?: number;
            /** What a field that breaks the spec returns with: wrong type, out of range. WeCom does not publish it for these endpoints; 40058 is by its general meaning. */
            readonly invalidFieldErrcode?: number;
            /** What a required field that is missing or empty returns with. WeCom does not publish it for these endpoints; 40063 is by its general meaning. */
            readonly missingFieldErrcode?: number;
        };
        /** Why a request was refused. */
        readonly Refusal: {
            /** One sentence: the value, what was expected. */
            readonly error: string;
        };
        /** Fields as `meeting/get_info` returns them, with the `meetingid` that it is asked for by. */
        readonly Meeting: {
            /** The meeting's ID. */
            readonly meetingid?: unknown;
            /** The meeting's code. */
            readonly meeting_code?: unknown;
            /** At most 40 bytes. */
            readonly title?: unknown;
            /** Fields that the page does not have, sent along as they are. */
            readonly extra?: Record<string, never>;
        } & {
            readonly [key: string]: unknown;
        };
        /** Fields as `meeting/webinar/get` returns them. */
        readonly Webinar: {
            /** The webinar's ID. */
            readonly meetingid?: unknown;
            /** The webinar's code. */
            readonly meeting_code?: unknown;
            /** The webinar's title. */
            readonly title?: unknown;
            /** Fields that the page does not have, sent along as they are. */
            readonly extra?: Record<string, never>;
        } & {
            readonly [key: string]: unknown;
        };
        /** Fields of a webinar, and its enrollments. */
        readonly NewWebinar: {
            readonly meetingid?: components["schemas"]["Webinar"]["meetingid"];
            readonly meeting_code?: components["schemas"]["Webinar"]["meeting_code"];
            readonly title?: components["schemas"]["Webinar"]["title"];
            readonly enrollments?: components["schemas"]["NewEnrollments"];
            readonly extra?: components["schemas"]["Webinar"]["extra"];
        } & {
            readonly [key: string]: unknown;
        };
        /** Fields as `meeting/webinar/enroll/list` returns them. */
        readonly Enrollment: {
            /** The enrollment's ID. */
            readonly enroll_id?: unknown;
            /** The nickname. */
            readonly nick_name?: unknown;
            /** 1 pending, 2 rejected, 3 approved. */
            readonly status?: unknown;
            /** Fields that the page does not have, sent along as they are. */
            readonly extra?: Record<string, never>;
        } & {
            readonly [key: string]: unknown;
        };
        /** How many, or who; for a new webinar also `false`: enrollment is off. */
        readonly NewEnrollments: number | readonly components["schemas"]["Enrollment"][] | boolean;
        /**
         * The name of a scenario.
         * @enum {string}
         */
        readonly ScenarioName: "busy" | "token-dies" | "rate-limited" | "untrusted-ip" | "not-permitted" | "flaky-network" | "slow" | "enrollment-off";
        /**
         * fault
         * Something that goes wrong on purpose: what, where and how often.
         */
        readonly Fault: {
            /** The operationId, or several; left out: every operation. */
            readonly operation?: OperationId | readonly OperationId[];
            /** Only requests that hold this. */
            readonly match?: components["schemas"]["Match"];
            /** Return this errcode, with WeCom's text for it. */
            readonly errcode?: number;
            /** Send this in place of the response: a text byte for byte, whatever it is; any other value as JSON. It is not validated against the spec. */
            readonly body?: unknown;
            /** Change the response. It strikes only where a response is no refusal and has all of the paths. The result is not validated against the spec. */
            readonly patch?: components["schemas"]["Patch"];
            /** Send the response with this HTTP status, from 200 to 599. */
            readonly status?: number;
            /** Send the response with these headers, too, or in place of its own. */
            readonly headers?: {
                readonly [key: string]: string;
            };
            /** Respond so many milliseconds later, or at random between two figures. */
            readonly latency?: number | readonly [from: number, to: number];
            /**
             * Cut the connection before the response's first byte, or in the middle of its body.
             * @enum {string}
             */
            readonly drop?: "before" | "middle";
            /**
             * Send only the first half of the JSON, as if that were all.
             * @constant
             */
            readonly truncate?: true;
            /** Send an HTML page with this HTTP status, as a gateway does: 400 to 599. */
            readonly html?: number;
            /** Send the response under this content type. */
            readonly contentType?: string;
            /** Send the body bit by bit over so many milliseconds. */
            readonly slowBody?: number;
            /**
             * End every token before the call is looked at. Calls that need no token are spared.
             * @constant
             */
            readonly expireTokens?: true;
            /** Whether the operation takes place though its response does not show: whether what it changes is changed. Default: false with `errcode`, `body` and `html`, else true. Only with these and `drop: 'before'` can it be false. */
            readonly applied?: boolean;
            /** How often it strikes before it is over. Default: until it is removed. */
            readonly times?: number;
            /**
             * Strike on every n-th call that it is meant for. Default 1: on each.
             * @default 1
             */
            readonly every?: number;
            /**
             * How likely it strikes, above 0 and up to 1, decided by the server's seed. Default 1.
             * @default 1
             */
            readonly probability?: number;
            /** Counts from 1. */
            readonly id?: number;
            /** How often it has struck so far. */
            readonly struck?: number;
            /** The scenario that it belongs to; left out for one of your own. */
            readonly scenario?: components["schemas"]["ScenarioName"];
            /** The path of its patch that the latest response it was meant for does not have, so that the fault did not strike; left out when it has all. */
            readonly missing?: string;
        };
        /** Changes of a response by path, such as `enroll_list.0.enroll_time`. */
        readonly Patch: {
            /** New values by path. The place before the last name must be there; a list may grow by one. */
            readonly set?: {
                readonly [key: string]: unknown;
            };
            /** Paths of what is left out, in the positions of the normal response. */
            readonly remove?: readonly string[];
        };
        /** A named set of faults. */
        readonly Scenario: {
            /** What it is called, such as `token-dies`. */
            readonly name: components["schemas"]["ScenarioName"];
            /** What goes wrong while it is on. */
            readonly description: string;
            /** The same in Chinese. */
            readonly descriptionZh: string;
            /** Whether it is the one that is on. */
            readonly active: boolean;
        };
        /** One request that the mock received, and its response. Tokens and secrets are masked. */
        readonly JournalEntry: {
            /** Counts from 1; entries that the journal has dropped keep their numbers. */
            readonly number: number;
            /**
             * Format: date-time
             * When the request was received, by the server's clock, as ISO 8601.
             */
            readonly time: string;
            /** The spec's operationId; left out for a path or method that the spec does not have. */
            readonly operation?: string;
            /** The HTTP method. */
            readonly method: string;
            /** The path, without the query. */
            readonly path: string;
            /** The query's parameters; those that are given more than once as a list. */
            readonly query: {
                readonly [key: string]: string | readonly string[];
            };
            /** The request's headers, their names in lower case. Cookies and credentials are masked, too. */
            readonly headers: {
                readonly [key: string]: string | readonly string[];
            };
            /** The parsed JSON body; left out where there is no `bodyText`, it is no JSON, or nested over 100 deep. */
            readonly body?: unknown;
            /** The body as text, whether it is JSON or not; left out when there was none, it is over 16 kB, or the journal has let it go for newer ones. */
            readonly bodyText?: string;
            readonly verdict: components["schemas"]["Verdict"];
            /** The fault that the response shows, or that it comes late by; left out when there is none. A `body` of over 16 kB is left out. */
            readonly fault?: components["schemas"]["Fault"];
            /** HTTP status; 0 when the connection was dropped before one was sent. */
            readonly status: number;
            /** The response as JSON; left out where a fault kept all of it back or sent something else in its place, or the journal has let it go for newer ones. */
            readonly response?: {
                readonly [key: string]: unknown;
            };
            /** Milliseconds from the request's first byte to the response's last. */
            readonly duration: number;
        };
        /** Whether a request keeps to the spec, and what is wrong with it if not, by Prism's validators and the token check. */
        readonly Verdict: {
            /** True when it keeps to the spec and its token is good. */
            readonly valid: boolean;
            /** What is wrong, a sentence each; empty when it is valid. */
            readonly reasons: readonly string[];
        };
        /** What a request holds: values by their paths in the JSON body (`meetingid`, `enroll_id_list.0`), and beside them `token`, the access token that it was sent with, and `corpId`, the corp that it was sent for. Each must be equal, in type too. */
        readonly Match: {
            readonly [key: string]: unknown;
        };
        /** Which requests are counted; all that is given must fit. */
        readonly CountFilter: {
            /**
             * Format: operation-id
             * The spec's operationId.
             */
            readonly operation?: OperationId;
            /** What the request holds. */
            readonly match?: components["schemas"]["Match"];
            /** Whether the request keeps to the spec. */
            readonly valid?: boolean;
            /** The errcode of its response; 0 also fits a response that has none. */
            readonly errcode?: number;
        };
        /** Which requests are wanted; all that is given must fit. */
        readonly RequestFilter: {
            /** The spec's operationId. */
            readonly operation?: components["schemas"]["CountFilter"]["operation"];
            /** What the request holds. */
            readonly match?: components["schemas"]["Match"];
            /** Whether the request keeps to the spec. */
            readonly valid?: components["schemas"]["CountFilter"]["valid"];
            /** The errcode of its response; 0 also fits a response that has none. */
            readonly errcode?: components["schemas"]["CountFilter"]["errcode"];
            /** Only requests with a higher `number`. */
            readonly after?: number;
        };
        /** How many requests are expected. */
        readonly Expectation: {
            /** The spec's operationId. */
            readonly operation?: components["schemas"]["CountFilter"]["operation"];
            /** What the request holds. */
            readonly match?: components["schemas"]["Match"];
            /** Whether the request keeps to the spec. */
            readonly valid?: components["schemas"]["CountFilter"]["valid"];
            /** The errcode of its response; 0 also fits a response that has none. */
            readonly errcode?: components["schemas"]["CountFilter"]["errcode"];
            /** So many, or a range. Default: at least one. */
            readonly times?: number | {
                /** So many or more. */
                readonly atLeast?: number;
                /** So many or fewer. */
                readonly atMost?: number;
            };
        };
    };
    responses: {
        /** 400 for fields that cannot be used, 403 for another origin, 404 for what is not there, 405 for the wrong method, 413 for more than 1 MB. */
        readonly Refused: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Refusal"];
            };
        };
    };
    parameters: {
        /** The corp to work on, one of `addCorp`. Left out: the server's own. */
        readonly CorpId: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
