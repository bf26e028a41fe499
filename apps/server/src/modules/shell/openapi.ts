import type { INestApplication } from '@nestjs/common'
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger'
import { z } from 'zod'
import { ERROR_CODES } from '../../platform/errors/error-codes.js'
import { type AddressInput, routeAccess } from './route-access.js'

const ProblemSchema = z.object({
  type: z.string(),
  title: z.string().meta({ description: '给用户看的一句话：怎么办' }),
  status: z.number(),
  code: z.enum(Object.keys(ERROR_CODES) as [string, ...string[]]),
  instance: z.string().meta({ description: '请求编号，报修时念给热线' }),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  errors: z.array(z.object({ path: z.string(), code: z.string(), text: z.string() })).optional(),
})
const PROBLEM_REF = '#/components/schemas/Problem'

/** The description of the API, from the same schemas that check requests. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setTitle('无毒村（社区）创建工作 API')
    .setDescription(
      '错误一律是 RFC 9457 application/problem+json：title 是给用户看的中文句子，code 供程序判断。' +
        '请求头 X-Client: weapp 或 h5；X-Appointment: 用哪个身份（缺省是任职最久的一个）。',
    )
    .setVersion('1')
    .addBearerAuth()
    .build()
  const document = SwaggerModule.createDocument(app, builder, { autoTagControllers: false })
  const { $schema, ...problem } = z.toJSONSchema(ProblemSchema)
  document.components ??= {}
  document.components.schemas = { ...document.components.schemas, Problem: problem as never }
  for (const route of routeAccess(app)) {
    const address = route.path.replace(/:(\w+)/g, '{$1}')
    const item = document.paths[address] as Record<string, Operation> | undefined
    const operation = item?.[route.method.toLowerCase()]
    if (!operation) continue
    operation.responses.default ??= PROBLEM_RESPONSE
    operation.parameters = [
      ...(operation.parameters ?? []).filter((parameter) => parameter.in === 'header'),
      ...route.inputs.flatMap(toParameters),
    ]
  }
  return document
}

const PROBLEM_RESPONSE = {
  description: '没有办成；title 说怎么办',
  content: { 'application/problem+json': { schema: { $ref: PROBLEM_REF } } },
}

type Parameter = { name: string; in: string; required: boolean; description?: string; schema: object }
type Operation = { responses: Record<string, unknown>; parameters?: Parameter[] }

/** One parameter a property: the framework leaves out those of a schema that has a name. */
function toParameters({ in: place, schema }: AddressInput): Parameter[] {
  // A copy without the schema's own name, which would turn it into a reference.
  const { properties = {}, required = [] } = z.toJSONSchema(z.object(schema.shape), {
    io: 'input',
    target: 'openapi-3.0',
    unrepresentable: 'any',
  })
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...rest } = property as { description?: string }
    const head = { name, in: place, required: place === 'path' || required.includes(name) }
    return { ...head, ...(description === undefined ? {} : { description }), schema: rest }
  })
}

/** Keys in order, so that a change of the file is a change of the API. */
export function renderApi(document: OpenAPIObject): string {
  return `${JSON.stringify(sorted(document), null, 2)}\n`
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, nested]) => [key, sorted(nested)]),
  )
}

/** Readable description at /docs, raw at /docs-json. */
export function serveDocs(app: INestApplication): void {
  SwaggerModule.setup('docs', app, () => describeApi(app), { customSiteTitle: 'API' })
}
