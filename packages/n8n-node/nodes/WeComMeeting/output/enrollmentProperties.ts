import type { INodeProperties } from 'n8n-workflow'

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
