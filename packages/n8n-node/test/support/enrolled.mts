import type { EnrollmentFields, MockServer } from '@wecom-meeting/mock-server'
import type { IDataObject } from 'n8n-workflow'
import { type Execution, execute } from './execute.mts'

/** An answer to a question: text to a multiple choice, unless it says otherwise. */
export type AnswerTuple = [
  number: number,
  title: string,
  content: string[],
  specialType?: number,
  questionType?: number,
]

export type Person = EnrollmentFields & { answers?: AnswerTuple[] }

/** What Webinar Enrollment → Get Many gives for these people, enrolled in a webinar of their own. */
export async function enrolled(
  mock: MockServer,
  people: Person[],
  { parameters, ...execution }: Partial<Execution> = {},
): Promise<IDataObject[]> {
  const { meetingid } = mock.addWebinar({
    title: '秋季发布会',
    enrollments: people.map(({ answers = [], ...fields }) => ({
      ...fields,
      answer_list: answers.map(([number, title, content, specialType = 1, questionType = 2]) => ({
        question_num: number,
        question_title: title,
        answer_content: content,
        is_required: 1,
        question_type: questionType,
        special_type: specialType,
      })),
    })),
  })
  const output = await execute({
    wecom: mock,
    ...execution,
    parameters: {
      resource: 'webinarEnrollment',
      operation: 'getAll',
      webinar: { mode: 'id', value: meetingid },
      ...parameters,
    },
  })
  return output.map(({ json }) => json)
}
