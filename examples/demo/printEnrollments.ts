import { type Enrollment, type EnrollmentList, EnrollmentStatus } from '@wecom-meeting/client'
import { printTable } from './printTable.ts'
import { line, nameOf } from './printText.ts'

/** Prints page after page, the first people of each. */
export async function printEnrollments(list: EnrollmentList): Promise<void> {
  let total = 0
  const byStatus: Record<string, number> = {}
  for await (const { enroll_list } of list.pages()) {
    console.log(`  page of ${enroll_list.length}, beginning with`)
    printPeople(enroll_list.slice(0, 3))
    total += enroll_list.length
    for (const { status } of enroll_list) {
      const name = nameOf(EnrollmentStatus, status)
      byStatus[name] = (byStatus[name] ?? 0) + 1
    }
  }
  const counts = Object.entries(byStatus).map(([name, count]) => `${count} ${name}`)
  line('enrolled', `${total}: ${counts.join(', ')}`)
}

function printPeople(enrollments: Enrollment[]): void {
  printTable(
    enrollments.map(({ nick_name, enroll_time, status, answer_list }) => ({
      nick_name,
      enroll_time,
      status: nameOf(EnrollmentStatus, status),
      'last answer': answer_list.at(-1)?.answer_content.join('、') ?? '',
    })),
  )
}
