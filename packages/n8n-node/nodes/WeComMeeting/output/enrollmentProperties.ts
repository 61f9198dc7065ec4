import type { INodeProperties } from 'n8n-workflow'
import type { EnrollmentForm } from './presentEnrollments.ts'

/** Options on how the answers of an enrollment look. */
export const answerOptions: INodeProperties[] = [
  {
    displayName: 'Answers',
    name: 'answers',
    type: 'options',
    default: 'columns',
    description: 'How the answers to the questions of the enrollment form are put out',
    options: [
      {
        name: 'A Column per Question',
        value: 'columns',
        description: 'The title of the question is the name of the column',
      },
      {
        name: 'A List',
        value: 'list',
        description: 'The field <code>answer_list</code>, as WeCom sends it',
      },
    ],
  },
  {
    displayName: 'Several Answers',
    name: 'severalAnswers',
    type: 'options',
    default: 'joined',
    description: 'How several answers to one question stand in its column',
    options: [
      { name: 'A List', value: 'list' },
      { name: 'Joined by Commas', value: 'joined' },
    ],
  },
]

/** What the parameters say about the form of enrollments. */
export function enrollmentForm(simplify: boolean, options: object): EnrollmentForm {
  const { answers, severalAnswers } = options as Partial<EnrollmentForm>
  return {
    simplify,
    answers: answers === 'list' ? 'list' : 'columns',
    severalAnswers: severalAnswers === 'list' ? 'list' : 'joined',
  }
}
