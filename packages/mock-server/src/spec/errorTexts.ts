export type { ErrorTexts } from './operations.ts'
