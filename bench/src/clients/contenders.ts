import http from 'node:http'
import type { paths } from '@wecom-meeting/client'
import { createWeComClient } from '@wecom-meeting/client'
import axios from 'axios'
import ky from 'ky'
import createFetchClient from 'openapi-fetch'
import type { Contender, ContenderInit } from './Contender.ts'
import { heyApiContender } from './heyApi.ts'

const path = '/cgi-bin/meeting/webinar/get'
const body = { meetingid: 'MEETINGID' }

/** The name of the contender that all others are compared with. */
export const base = 'plain fetch'
/** The name of the base with a time limit, which this project's client always has. */
export const withTimeLimit = 'plain fetch with a time limit'
/** The name of this project's client. */
export const own = '@wecom-meeting/client'

/** Everybody who can get a webinar, each set up as its own documents advise. */
export async function contenders(init: ContenderInit): Promise<Contender[]> {
  return [
    plainFetch(init),
    timeLimitedFetch(init),
    openApiFetch(init),
    kyContender(init),
    axiosContender(init),
    await heyApiContender(init),
    ownClient(init),
  ]
}

function plainFetch({ baseUrl, accessToken }: ContenderInit): Contender {
  const url = `${baseUrl}${path}?access_token=${accessToken}`
  return {
    name: base,
    setUp: 'one fetch, one response.json(), no check of anything',
    getWebinar: () => fetchTitle(url),
  }
}

function timeLimitedFetch({ baseUrl, accessToken }: ContenderInit): Contender {
  const url = `${baseUrl}${path}?access_token=${accessToken}`
  return {
    name: withTimeLimit,
    setUp: 'the same, with an AbortController and a timer of 30 s',
    getWebinar: async () => {
      const controller = new AbortController()
      const timer = setTimeout(() => controller.abort(), 30_000)
      try {
        return await fetchTitle(url, controller.signal)
      } finally {
        clearTimeout(timer)
      }
    },
  }
}

async function fetchTitle(url: string, signal?: AbortSignal): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  })
  return ((await response.json()) as { title: string }).title
}

function openApiFetch({ baseUrl, accessToken }: ContenderInit): Contender {
  const client = createFetchClient<paths>({ baseUrl })
  return {
    name: 'openapi-fetch',
    setUp: 'the token as a query parameter of each call',
    getWebinar: async () => {
      const { data } = await client.POST(path, {
        params: { query: { access_token: accessToken } as never },
        body,
      })
      return (data as { title: string }).title
    },
  }
}

function kyContender({ baseUrl, accessToken }: ContenderInit): Contender {
  const client = ky.create({ searchParams: { access_token: accessToken } })
  return {
    name: 'ky',
    setUp: 'an instance with the token, its default retries and timeout',
    getWebinar: async () =>
      (await client.post(`${baseUrl}${path}`, { json: body }).json<{ title: string }>()).title,
  }
}

function axiosContender({ baseUrl, accessToken }: ContenderInit): Contender {
  const client = axios.create({
    baseURL: baseUrl,
    params: { access_token: accessToken },
    httpAgent: new http.Agent({ keepAlive: true }),
  })
  return {
    name: 'axios',
    setUp: 'an instance with the token and a keep-alive agent',
    getWebinar: async () => (await client.post<{ title: string }>(path, body)).data.title,
  }
}

function ownClient({ baseUrl, accessToken }: ContenderInit): Contender {
  const wecom = createWeComClient({ baseUrl, accessToken })
  return {
    name: own,
    setUp: 'everything on: token, retries, errors, contradictions resolved',
    getWebinar: async () => (await wecom.webinars.get(body)).title,
  }
}
