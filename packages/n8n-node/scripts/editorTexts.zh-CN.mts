/**
 * Chinese for what the editor shows and the OpenAPI document does not have: n8n's own terms and the
 * node's.
 */
export const editorTextsZhCn: Record<string, string> = {
  'WeCom Meeting': '企业微信会议',
  'Get meetings, webinars and webinar enrollments from WeCom (WeChat Work)':
    '获取企业微信的会议、网络研讨会及报名信息',
  'WeCom Meeting Trigger': '企业微信会议触发器',
  'Starts the workflow when somebody enrolls in a WeCom webinar, or is approved or rejected':
    '有人报名企业微信网络研讨会，或报名被批准、拒绝时，启动工作流',

  Resource: '资源',
  Operation: '操作',
  Meeting: '会议',
  Webinar: '网络研讨会',
  'Webinar Enrollment': '网络研讨会报名',
  Get: '获取',
  'Get Attendees': '获取参会人',
  'Get who attended a meeting, an item each; members and external users are told apart':
    '获取参会人，每人一项数据，并区分企业成员与外部用户',
  'Get Many': '获取多个',

  'The meeting, by its ID, its code, or a link or invitation with the code in it':
    '要查询的会议，可填会议 ID、会议号，或含会议号的链接、邀请信息',
  'The webinar, by its ID, its code, or a link or invitation with the code in it':
    '要查询的网络研讨会，可填会议 ID、会议号，或含会议号的链接、邀请信息',
  'Return All': '返回全部',
  'Whether to return all results or only up to a given limit':
    '返回全部结果，还是最多返回指定的条数',
  Limit: '数量上限',
  'Max number of results to return': '最多返回的条数',

  Simplify: '简化输出',
  'Whether to return a simplified version of the response instead of the raw data':
    '只返回常用字段，而不是全部数据',
  Options: '选项',
  'Add option': '添加选项',
  'Times as ISO 8601': '时间转为 ISO 8601',
  'Whether to write times as ISO 8601 in the time zone of the workflow instead of as WeCom sends them':
    '按工作流的时区输出 ISO 8601 格式的时间，而不是企业微信返回的原始写法',
  'Raw Output': '原始数据',
  'Whether to hand out exactly what WeCom sent, although its fields may be named and typed now one way and now another':
    '原样输出企业微信的应答；注意同一字段的名称和类型可能不统一',

  Answers: '答题内容',
  'How the answers to the questions of the enrollment form are put out': '报名表答题内容的输出方式',
  'A Column per Question': '每题一列',
  'The title of the question is the name of the column': '以题目作为列名',
  'A List': '列表',
  'The field <code>answer_list</code>, as WeCom sends it':
    '企业微信返回的 <code>answer_list</code> 字段',
  'Several Answers': '多选答案',
  'How several answers to one question stand in its column': '同一题有多个答案时，列中的写法',
  'Joined by Commas': '用逗号连接',

  'Trigger On': '触发条件',
  'Enrollment Created': '有新的报名',
  'Somebody has enrolled, whatever their status': '有人报名，不论审批状态',
  'Enrollment Created or Its Status Changed': '有新的报名或审批状态变更',
  'Each once: somebody who is approved as they enroll counts as created':
    '每次变动只触发一次；报名时即获批准的，算作新的报名',
  'Enrollment Status Changed': '审批状态变更',
  'Somebody was approved or rejected, also as they enrolled':
    '有人的报名被批准或拒绝，包括报名时即获批准的情况',
  'To Status': '变更后的状态',
  'The status that an enrollment must have changed to': '报名的审批状态变为该值时才触发',
  Any: '任意',
  'Deliver Existing Enrollments': '包含已有的报名',
  'Whether to deliver those who had enrolled before the workflow was first activated, instead of only those who come after':
    '首次启用工作流时，是否也处理此前已有的报名，而不仅限于之后新增的',
}
