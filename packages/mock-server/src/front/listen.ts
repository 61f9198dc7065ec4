export { closed, listen } from '../http/listen.ts'
