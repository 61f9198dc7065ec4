import type { OperationCall } from '../operations/operation.ts'
import { isoTimesIn } from './isoTimes.ts'
import type { EnrollmentForm } from './presentEnrollments.ts'

/** The entries of an operation's Options collection that say how the output looks. */
interface Options extends Partial<Pick<EnrollmentForm, 'answers' | 'severalAnswers'>> {
  isoTimes?: boolean
  rawOutput?: boolean
}

/** How the user wants the answer. */
export interface OutputChoice extends EnrollmentForm {
  /** Exactly what came, nothing resolved. */
  raw: boolean
}

/** What the parameters of one item, or of the trigger, say about the output. */
export function outputChoice({
  parameter,
  timeZone,
}: Pick<OperationCall, 'parameter' | 'timeZone'>): OutputChoice {
  const options = (parameter('options') ?? {}) as Options
  const { isoTimes, rawOutput = false, answers = 'columns', severalAnswers = 'joined' } = options
  const simplify = parameter('simplify') === true
  return {
    simplify,
    raw: !simplify && rawOutput,
    times: isoTimes ? isoTimesIn(timeZone) : (value) => value,
    answers,
    severalAnswers,
  }
}
