import { answerExample } from './answerExample.ts'
import { type ServerProcess, startServer } from './startServer.ts'

/** A server with one webinar of `total` enrollments; a page takes `pageMs` milliseconds. */
export async function startEnrollmentServer(total: number, pageMs = 0): Promise<ServerProcess> {
  const page = answerExample('/cgi-bin/meeting/webinar/enroll/list', 'resolved')
  const [enrollment] = page.enroll_list as object[]
  return await startServer('enrollmentServer.ts', enrollment, total, pageMs)
}
