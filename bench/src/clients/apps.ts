const PATH = '/cgi-bin/meeting/webinar/get'

/** The smallest app that makes one call with each client, as its documents show it. */
export const apps: readonly { name: string; code: string }[] = [
  {
    name: '@wecom-meeting/client',
    code: `import { createWeComClient } from '@wecom-meeting/client'
const wecom = createWeComClient({ corpId: 'ww', corpSecret: 's' })
console.log(await wecom.webinars.get({ meetingid: 'm' }))`,
  },
  {
    name: 'openapi-fetch',
    code: `import createClient from 'openapi-fetch'
const client = createClient({ baseUrl: 'https://qyapi.weixin.qq.com' })
console.log(await client.POST('${PATH}', { params: { query: { access_token: 't' } }, body: { meetingid: 'm' } }))`,
  },
  {
    name: 'ky',
    code: `import ky from 'ky'
console.log(await ky.post('https://qyapi.weixin.qq.com${PATH}', { json: { meetingid: 'm' } }).json())`,
  },
  {
    name: 'axios',
    code: `import axios from 'axios'
console.log(await axios.post('https://qyapi.weixin.qq.com${PATH}', { meetingid: 'm' }))`,
  },
  {
    name: 'openai',
    code: `import OpenAI from 'openai'
const client = new OpenAI({ apiKey: 'k' })
console.log(await client.models.retrieve('m'))`,
  },
  {
    name: 'stripe',
    code: `import Stripe from 'stripe'
const stripe = new Stripe('k')
console.log(await stripe.customers.retrieve('c'))`,
  },
]
