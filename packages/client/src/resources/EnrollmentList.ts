import type { Enrollment, EnrollmentPage } from './enrollmentPage.ts'
import { PagedList } from './PagedList.ts'

/**
 * The enrollments of a webinar: awaited the first page, iterated every enrollment.
 *
 * @see https://developer.work.weixin.qq.com/document/path/98876
 */
export type EnrollmentList = PagedList<EnrollmentPage, Enrollment>

/** The class that an `EnrollmentList`, as every list of pages, is an instance of. */
export const EnrollmentList: typeof PagedList<EnrollmentPage, Enrollment> = PagedList
