export { createWeComClient } from '@wecom-meeting/client'
