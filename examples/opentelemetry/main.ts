import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base'
import { createWeComClient } from '@wecom-meeting/client'
import { startMockServer } from '@wecom-meeting/mock-server'
import { tracingHooks } from './tracingHooks.ts'

// In your service, take the exporter that your traces go to.
const exporter = new InMemorySpanExporter()
const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] })

await using mock = await startMockServer()
const { url: baseUrl, corpId, corpSecret } = mock
const hooks = tracingHooks(provider.getTracer('wecom'))
const wecom = createWeComClient({ baseUrl, corpId, corpSecret, hooks })

const { meetingid } = mock.addWebinar({ title: '秋季发布会' })
await wecom.webinars.get({ meetingid })
mock.expireTokens() // WeCom may end a token early: the client sees 42001, renews it and sends again
await wecom.webinars.get({ meetingid })

for (const { name, attributes } of exporter.getFinishedSpans()) {
  const resent = attributes['http.request.resend_count']
  console.log(`${name} errcode ${attributes['wecom.errcode']}${resent ? ', sent again' : ''}`)
}
