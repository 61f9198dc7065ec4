/** How WeCom writes a point in time: as seconds since 1970, or as a wall clock's time in UTC+8. */
export type TimeNotation = 'seconds' | 'utc8'

/** By schema and field: what each code is called, in English. */
export type CodeNames = Record<string, Record<string, Record<string, string>>>
