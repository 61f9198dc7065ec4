// Generated from spec/openapi.yaml by `pnpm generate`. Do not edit.
import type { Enrollment } from '@wecom-meeting/client/host'

/** What the editor shows where nobody has enrolled yet. */
export const sampleEnrollment: Enrollment = {
  "enroll_id": "1386442",
  "enroll_time": "2023-03-23 10:00:00",
  "enroll_source_type": 2,
  "nick_name": "ccc",
  "status": 3,
  "userid": "USERID",
  "tmp_openid": "MSOPENID",
  "enroll_code": "1111111",
  "answer_list": [
    {
      "answer_content": [
        "A"
      ],
      "is_required": 1,
      "question_num": 1,
      "question_title": "testqus",
      "question_type": 1,
      "special_type": 1
    }
  ]
}
