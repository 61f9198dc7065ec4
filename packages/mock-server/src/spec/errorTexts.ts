export type { ErrorTexts } from './loadSpec.ts'
