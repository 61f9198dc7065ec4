export {
  type SpecViolation as AnswerProblem,
  validateResponse as judgeAnswer,
} from '../spec/validate.ts'
