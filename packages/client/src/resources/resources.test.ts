import { expect, test } from 'vitest'
import { fakeWeCom } from '../../test/support/fakeWeCom.ts'
import { createWeComClient } from '../createWeComClient.ts'

/** A client whose every call returns `body`. */
function clientGiven(body: object) {
  const fake = fakeWeCom(() => ({ errcode: 0, errmsg: 'ok', ...body }))
  return createWeComClient({ accessToken: 't', fetch: fake.fetch })
}
const getMeeting = (body: object) => clientGiven(body).meetings.get({ meetingid: 'm' })
const getWebinar = (body: object) => clientGiven(body).webinars.get({ meetingid: 'm' })
const getPage = (body: object) =>
  clientGiven({ has_more: false, ...body }).webinars.enrollments.list({ meetingid: 'm' })
const member = { userid: 'lisi', status: 1 }

test.each<[string, object]>([
  ['an object of lists', { member: [member] }],
  ['a list of objects', [{ member }, { tmp_external_user: [] }]],
  ['an object of objects', { member }],
  ['a list with null', [null, { member: [null, member] }, null]],
  ['a list in a list', [[{ member: [[member]] }]]],
])('attendees written as %s', async (_, attendees) => {
  const meeting = await getMeeting({ attendees })
  expect(meeting.attendees).toEqual({ member: [member], tmp_external_user: [] })
})

test.each([null, [], {}, '', false, [null]])(
  'attendees written as %j are none',
  async (attendees) => {
    expect((await getMeeting({ attendees })).attendees).toEqual({
      member: [],
      tmp_external_user: [],
    })
  },
)

test('other groups of attendees are lists too, joined out of several objects', async () => {
  const device = { device_name: 'Room 7' }
  const attendees = [
    { member, external_user: [member], device, rooms: [] },
    { device: [device, null], ['__proto__']: [member], total: 3 },
  ]
  const groups = Object.entries((await getMeeting({ attendees })).attendees)
  expect(groups).toEqual([
    ['member', [member]],
    ['tmp_external_user', []],
    ['external_user', [member]],
    ['device', [device, device]],
    ['rooms', []],
    ['__proto__', [member]],
    ['total', [{ value: 3 }]],
  ])
})

test('what is missing from a meeting is empty', async () => {
  expect(await getMeeting({})).toEqual({
    title: '',
    attendees: { member: [], tmp_external_user: [] },
    guests: [],
    settings: {},
    sub_meetings: [],
    sub_repeat_list: [],
  })
})

test('lists that come as null or as an empty object are empty lists', async () => {
  expect(await getMeeting({ guests: null, sub_meetings: {} })).toMatchObject({
    guests: [],
    sub_meetings: [],
  })
})

test('an entry that is no object becomes one', async () => {
  const { guests } = await getMeeting({ guests: ['lisi', 5, true, {}, '', null, false] })
  expect(guests).toEqual([{ value: 'lisi' }, { value: 5 }, { value: true }, {}])
})

test.each([null, [], {}, '', [null]])('settings written as %j are empty', async (written) => {
  const meeting = await getMeeting({ settings: written, reminders: written, title: null })
  expect(meeting).toMatchObject({ settings: {}, reminders: written, title: '' })
  expect((await getWebinar({ media_setting: written })).media_setting).toEqual({})
})

test('settings written as a list of one are that one, and of several none is lost', async () => {
  const key = { host_key: 'k' }
  expect((await getMeeting({ settings: [null, key] })).settings).toEqual(key)
  expect((await getMeeting({ settings: [key, key] })).settings).toEqual({ value: [key, key] })
})

test('a password that is a bool says whether one is needed', async () => {
  expect((await getMeeting({ settings: { password: true } })).settings).toEqual({
    need_password: true,
  })
  expect((await getMeeting({ settings: { password: '1234' } })).settings).toEqual({
    password: '1234',
  })
})

test('a password that is a bool is kept beside a `need_password` that says otherwise', async () => {
  const read = async (settings: object) => (await getMeeting({ settings })).settings
  expect(await read({ password: true, need_password: true })).toEqual({ need_password: true })
  expect(await read({ password: false, need_password: null })).toEqual({ need_password: false })
  for (const settings of [
    { password: true, need_password: false },
    { password: false, need_password: true },
  ]) {
    expect(await read(settings)).toEqual(settings)
  }
})

test('a webinar has a title under either name', async () => {
  expect((await getWebinar({ title: 'T' })).title).toBe('T')
  expect((await getWebinar({ subject: 'S' })).title).toBe('S')
  expect((await getWebinar({})).title).toBe('')
})

test.each([
  ['', 'S'],
  [null, 'S'],
  ['S', ''],
  ['S', null],
  ['S', []],
  ['S', ' '],
  ['S', 'S'],
  [undefined, 'S'],
  [[], 'S'],
  [{}, 'S'],
  [false, 'S'],
  [' ', 'S'],
])('of title %j and subject %j the one that says something is taken', async (title, subject) => {
  const webinar = await getWebinar({ title, subject })
  expect(webinar.title).toBe('S')
  expect(webinar).not.toHaveProperty('subject')
})

test('of title and subject that say different things none is lost', async () => {
  const names = { title: 'T', subject: 'S' }
  expect(await getWebinar(names)).toMatchObject(names)
})

test.each([[[]], [{}], [false], [null]])('a title that is %j is empty', async (title) => {
  expect((await getWebinar({ title })).title).toBe('')
  expect((await getMeeting({ title })).title).toBe('')
  const answer_list = [{ question_title: title }]
  const { enroll_list } = await getPage({ enroll_list: [{ answer_list }] })
  expect(enroll_list[0]?.answer_list[0]?.question_title).toBe('')
})

test('a title that is no text is given as its JSON', async () => {
  expect((await getWebinar({ title: 2024 })).title).toBe('2024')
  expect((await getMeeting({ title: { toString: 1 } })).title).toBe('{"toString":1}')
})

test('muting has one name, whichever of the two came', async () => {
  const muting = async (media_setting: object) =>
    (await getWebinar({ media_setting })).media_setting
  expect(await muting({ mute_enable_join: true })).toEqual({ enable_enter_mute: true })
  expect(await muting({ enable_enter_mute: false })).toEqual({ enable_enter_mute: false })
  expect(await muting({ mute_enable_join: true, enable_enter_mute: true })).toEqual({
    enable_enter_mute: true,
  })
  const both = { mute_enable_join: true, enable_enter_mute: false }
  expect(await muting(both)).toEqual(both)
  expect(await muting({ mute_enable_join: false, enable_enter_mute: null })).toEqual({
    enable_enter_mute: false,
  })
  expect(await muting({ mute_enable_join: null, enable_enter_mute: true })).toEqual({
    enable_enter_mute: true,
  })
  expect(await muting({})).toEqual({})
})

test('whether the number of attendees is shown is a number', async () => {
  const display_number_of_attendees = '1'
  expect(await getWebinar({ display_number_of_attendees })).toMatchObject({
    display_number_of_attendees: 1,
  })
  expect(await getWebinar({})).not.toHaveProperty('display_number_of_attendees')
})

test.each(['', 'yes', '1 yes', ' 1', '-1', '1e3', '9'.repeat(400), null, true, {}, [], 1.5])(
  '%j, which is no number of attendees to show, stays what it is',
  async (display_number_of_attendees) => {
    const webinar = await getWebinar({ display_number_of_attendees })
    expect(webinar.display_number_of_attendees).toEqual(display_number_of_attendees)
  },
)

test.each([null, {}, '', [null]])('hosts written as %j are none', async (hosts) => {
  expect((await getWebinar({ hosts })).hosts).toEqual([])
})

test('an enrollment has a textual ID and a list of answers', async () => {
  expect(await getPage({ enroll_list: [{ enroll_id: 1386442 }] })).toEqual({
    has_more: false,
    next_cursor: '',
    enroll_list: [{ enroll_id: '1386442', answer_list: [] }],
  })
})

test.each<[unknown, string]>([
  [undefined, ''],
  [null, ''],
  ['', ''],
  ['e-1', 'e-1'],
  [0, '0'],
  [[], ''],
  [{}, ''],
  [false, ''],
  [true, ''],
  [{ id: 7 }, ''],
  [{ toString: 1 }, ''],
])('an enroll_id that is %j is %j', async (enroll_id, id) => {
  const { enroll_list } = await getPage({ enroll_list: [{ enroll_id }, { enroll_id: 'next' }] })
  expect(enroll_list.map(({ enroll_id }) => enroll_id)).toEqual([id, 'next'])
})

test('an enroll_id that is no ID but says something is kept beside it', async () => {
  const { enroll_list } = await getPage({ enroll_list: [{ enroll_id: { id: 7 } }] })
  expect(enroll_list).toEqual([{ enroll_id: '', enroll_id_value: { id: 7 }, answer_list: [] }])
})

test('and takes no other field’s place', async () => {
  const entry = { enroll_id: { id: 7 }, enroll_id_value: 'of WeCom' }
  const { enroll_list } = await getPage({ enroll_list: [entry] })
  expect(enroll_list).toEqual([
    {
      enroll_id: '',
      enroll_id_value: 'of WeCom',
      enroll_id_value_value: { id: 7 },
      answer_list: [],
    },
  ])
})

test.each<[unknown, string]>([
  [123, '123'],
  ['123', '123'],
  [undefined, ''],
  [null, ''],
  [['x'], ''],
  [{}, ''],
])('a webinar’s ID that is %j is the text %j', async (meetingid, id) => {
  expect((await getWebinar({ meetingid })).meetingid).toBe(id)
})

test('IDs that are numbers become text wherever they are', async () => {
  const person = { userid: 5 }
  const sub_meetings = [{ sub_meetingid: 7, repeat_id: 8 }]
  expect(
    await getMeeting({
      admin_userid: 1,
      attendees: [{ member: person, tmp_external_user: [{ tmp_external_userid: 2 }] }],
      guests: [{ ...person }],
      current_sub_meetingid: 7,
      sub_meetings,
    }),
  ).toMatchObject({
    admin_userid: '1',
    attendees: { member: [{ userid: '5' }], tmp_external_user: [{ tmp_external_userid: '2' }] },
    guests: [{ userid: '5' }],
    current_sub_meetingid: '7',
    sub_meetings: [{ sub_meetingid: '7', repeat_id: '8' }],
  })
  const webinar = await getWebinar({ admin_userid: 1, hosts: [{ userid: 5 }] })
  expect(webinar).toMatchObject({ admin_userid: '1', hosts: [{ userid: '5' }] })
  const { enroll_list } = await getPage({ enroll_list: [{ enroll_id: 1, userid: 5 }] })
  expect(enroll_list).toMatchObject([{ enroll_id: '1', userid: '5' }])
})

test.each<[unknown, string[]]>([
  [undefined, []],
  [null, []],
  [{}, []],
  [[], []],
  ['yes', ['yes']],
  ['', ['']],
  [9, ['9']],
  [{ a: 1 }, ['{"a":1}']],
  [
    ['a', null, 0, false, ['b'], ''],
    ['a', '0', 'false', 'b', ''],
  ],
])('an answer_content that is %j is %j', async (answer_content, texts) => {
  const answer_list = [{ question_num: 1, answer_content }, { question_title: 'Next' }]
  const { enroll_list } = await getPage({ enroll_list: [{ answer_list }] })
  expect(enroll_list[0]?.answer_list).toEqual([
    { question_num: 1, question_title: '', answer_content: texts },
    { question_title: 'Next', answer_content: [] },
  ])
})

const question = { question_title: 'Q', answer_content: ['a'] }
test.each<[unknown, object[]]>([
  [null, []],
  [question, [question]],
  [[null, question, null], [question]],
  ['text', [{ value: 'text', question_title: '', answer_content: [] }]],
])('an answer_list that is %j is %j', async (answer_list, answers) => {
  const { enroll_list } = await getPage({ enroll_list: [{ answer_list }] })
  expect(enroll_list[0]?.answer_list).toEqual(answers)
})

test.each<[unknown, string[]]>([
  [undefined, []],
  [null, []],
  [{}, []],
  [{ enroll_id: 1 }, ['1']],
  [
    [null, { enroll_id: 1 }, {}, null, { enroll_id: 2 }],
    ['1', '', '2'],
  ],
  [
    ['text', 5],
    ['', ''],
  ],
])('an enroll_list that is %j has the IDs %j', async (enroll_list, ids) => {
  const page = await getPage({ enroll_list })
  expect(page.enroll_list.map(({ enroll_id }) => enroll_id)).toEqual(ids)
  expect(page.enroll_list.flatMap(({ answer_list }) => answer_list)).toEqual([])
})

test.each<[unknown, unknown, boolean]>([
  [true, '', true],
  ['true', 'c', true],
  [1, 'c', true],
  ['1', '', true],
  [false, 'c', false],
  ['false', 'c', false],
  [0, 'c', false],
  [undefined, 'c', true],
  [null, 7, true],
  ['', '', false],
  ['TRUE', '', true],
  ['FALSE', 'c', false],
  [2, '', true],
  [{}, null, true],
  [undefined, [], false],
  [undefined, {}, false],
  [undefined, false, false],
  [undefined, 0, false],
  [undefined, ' ', false],
  [undefined, ['c'], true],
])('where has_more is %j beside the cursor %j, that is %j', async (has_more, next_cursor, more) => {
  expect((await getPage({ has_more, next_cursor })).has_more).toBe(more)
})

test.each([
  ['enroll_id', '['],
  ['enroll_id', '{"a":'],
  ['answer_list', '['],
  ['answer_content', '['],
  ['answer_content', '{"a":'],
  ['question_title', '{"a":'],
  ['of_tomorrow', '['],
])('a %s of %s nested too deep takes no other enrollment with it', async (field, opening) => {
  const closing = opening === '[' ? ']' : '}'
  const deep = `${opening.repeat(50_000)}1${closing.repeat(50_000)}`
  const odd = /^(answer_c|q)/.test(field)
    ? `{"answer_list":[{"${field}":${deep}}]}`
    : `{"${field}":${deep}}`
  const list = `[{"enroll_id":1},${odd},{"enroll_id":12345678901234567890}]`
  const fetch = async () => new Response(`{"errcode":0,"title":"a\nb","enroll_list":${list}}`)
  const wecom = createWeComClient({ accessToken: 't', fetch })
  const { enroll_list } = await wecom.webinars.enrollments.list({ meetingid: 'm' })
  expect(enroll_list.map(({ enroll_id }) => enroll_id)).toEqual(['1', '', '12345678901234567890'])
})

test('a list nested too deep is the entries in it', async () => {
  const deep = `${'['.repeat(50_000)}"a"${']'.repeat(50_000)}`
  const answers = `[{"answer_content":["b",${deep},"c"]}]`
  const fetch = async () =>
    new Response(`{"errcode":0,"enroll_list":[{"enroll_id":1,"answer_list":${answers}}]}`)
  const wecom = createWeComClient({ accessToken: 't', fetch })
  const [first] = await wecom.webinars.enrollments.list({ meetingid: 'm' }).toArray()
  expect(first?.answer_list[0]?.answer_content).toEqual(['b', 'a', 'c'])
})
