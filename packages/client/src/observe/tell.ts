import type { Hooks, Logger } from './hooks.ts'

/** Tells the hook of that name, and the logger. */
export type Tell = <Name extends keyof Hooks>(
  name: Name,
  event: Parameters<NonNullable<Hooks[Name]>>[0],
  level?: 'debug' | 'warn',
) => void

/** A `Tell` for a client's hooks and logger; neither can harm a call. */
export function tellTo({ hooks, logger }: { hooks?: Hooks; logger?: Logger }): Tell {
  if (!hooks && !logger) return () => {}
  return (name, event, level = 'debug') => {
    // Asynchronous, so that a promise that rejects is caught as well as what is thrown.
    const listeners = [
      async () => logger?.[level]?.(`WeCom ${name}`, event),
      async () => hooks?.[name]?.(event as never),
    ]
    // Whoever watches must not break what is watched.
    for (const listener of listeners) listener().catch(() => {})
  }
}
