export { closed, type ListeningOptions, listen } from '../http/listen.ts'
