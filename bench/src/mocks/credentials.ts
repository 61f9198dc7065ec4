/** Who calls, in the benchmarks. */
export const CORP_ID = 'wwbench0123456789'
/** It opens nothing. */
export const CORP_SECRET = 'bench-secret'
