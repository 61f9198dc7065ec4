export { sendJson } from '../http/sendResponse.ts'
