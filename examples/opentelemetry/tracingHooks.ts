import { type Span, SpanKind, SpanStatusCode, type Tracer } from '@opentelemetry/api'
import type { Hooks, RequestEvent } from '@wecom-meeting/client'

/** Hooks that make a client span of every attempt, named after its operation. */
export function tracingHooks(tracer: Tracer): Hooks {
  const spans = new WeakMap<RequestEvent, Span>()
  return {
    onRequest(request) {
      const span = tracer.startSpan(request.operation, {
        kind: SpanKind.CLIENT,
        attributes: {
          'http.request.method': request.method,
          'url.full': request.url,
          'http.request.resend_count': request.attempt - 1,
        },
      })
      spans.set(request, span)
    },
    onResponse({ request, status, errcode, error }) {
      const span = spans.get(request)
      if (status) span?.setAttribute('http.response.status_code', status)
      if (errcode !== undefined) span?.setAttribute('wecom.errcode', errcode)
      if (error instanceof Error) span?.recordException(error)
      if (errcode || error) span?.setStatus({ code: SpanStatusCode.ERROR })
      span?.end()
    },
  }
}
