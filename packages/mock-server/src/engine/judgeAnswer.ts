export { validateResponse as judgeAnswer } from '../spec/validate.ts'
