import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPreviewApp } from '../src/cli/preview-app.js'
import { describeApi, renderApi } from '../src/modules/shell/openapi.js'
import { routeAccess } from '../src/modules/shell/route-access.js'

type Operation = {
  operationId?: string
  summary?: string
  responses: Record<string, { content?: Record<string, { schema?: object }> }>
  parameters?: { name?: string; in: string }[]
}

describe('openapi.json', () => {
  let app: NestFastifyApplication
  let text: string
  let operations: [string, Operation][]

  beforeAll(async () => {
    app = await createPreviewApp()
    const document = describeApi(app)
    text = renderApi(document)
    operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item as Record<string, Operation>).map(([method, operation]): [string, Operation] => [
        `${method.toUpperCase()} ${path}`,
        operation,
      ]),
    )
  })

  afterAll(() => app.close())

  it('is current', () => {
    expect(readFileSync(join(__dirname, '../openapi.json'), 'utf8')).toBe(text)
  })

  it('describes every route of the API', () => {
    const described = new Set(operations.map(([name]) => name))
    const routes = routeAccess(app)
      .filter(({ path }) => path.startsWith('/api/'))
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
    expect(routes.filter((route) => !described.has(route))).toEqual([])
  })

  it('names each operation once and says in Chinese what it does', () => {
    const ids = operations.map(([, operation]) => operation.operationId ?? '')
    expect(ids.filter((id) => !/^[a-z]\w*_[a-z]\w*$/.test(id))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
    const silent = operations.filter(([, { summary }]) => !/[\u4e00-\u9fff]/.test(summary ?? ''))
    expect(silent.map(([name]) => name)).toEqual([])
  })

  it('gives every answer a shape and every parameter a name', () => {
    const shapeless = operations.filter(([, { responses }]) =>
      Object.entries(responses).some(
        ([status, { content }]) =>
          !['204', 'default'].includes(status) &&
          !Object.values(content ?? {}).some(({ schema }) => schema && Object.keys(schema).length > 0),
      ),
    )
    expect(shapeless.map(([name]) => name)).toEqual([])
    const nameless = operations.filter(([, { parameters = [] }]) => parameters.some(({ name }) => !name))
    expect(nameless.map(([name]) => name)).toEqual([])
  })

  it('holds every shape it refers to', () => {
    const document = JSON.parse(text)
    const references = new Set(text.match(/"#\/[^"]+"/g)?.map((quoted) => quoted.slice(3, -1)))
    const dangling = [...references].filter(
      (reference) => reference.split('/').reduce((node, key) => node?.[key], document) === undefined,
    )
    expect(dangling).toEqual([])
  })
})
