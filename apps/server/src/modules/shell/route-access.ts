import { type INestApplicationContext, RequestMethod } from '@nestjs/common'
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js'
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js'
import { ModulesContainer } from '@nestjs/core'
import type { z } from 'zod'
import { ACCESS_RULE, type AccessRule } from '../../platform/auth/access.decorators.js'

export type RouteAccess = {
  method: string
  path: string
  /** `Controller.handler`, for messages. */
  handler: string
  /** Absent: nobody may call it. */
  rule: AccessRule | undefined
  /** What the address has to hold. */
  inputs: readonly AddressInput[]
}
export type AddressInput = { in: 'path' | 'query'; schema: z.ZodObject }

type Handler = (...args: never[]) => unknown

/** Every route that a controller declares, with who may call it; sorted, so that it can be printed and compared. */
export function routeAccess(app: INestApplicationContext): RouteAccess[] {
  const routes: RouteAccess[] = []
  for (const module of app.get(ModulesContainer).values())
    for (const { metatype } of module.controllers.values())
      if (typeof metatype === 'function') routes.push(...routesOf(metatype))
  return routes.sort((a, b) => compare(a.path, b.path) || compare(a.method, b.method))
}

function routesOf(controller: { name: string; prototype: object }): RouteAccess[] {
  const bases = paths(Reflect.getMetadata(PATH_METADATA, controller))
  const routes: RouteAccess[] = []
  for (const name of Object.getOwnPropertyNames(controller.prototype)) {
    const handler = (controller.prototype as Record<string, Handler>)[name]
    const method: RequestMethod | undefined =
      typeof handler === 'function' ? Reflect.getMetadata(METHOD_METADATA, handler) : undefined
    if (handler === undefined || method === undefined) continue
    for (const base of bases)
      for (const path of paths(Reflect.getMetadata(PATH_METADATA, handler)))
        routes.push({
          method: RequestMethod[method],
          path: join(base, path),
          handler: `${controller.name}.${name}`,
          rule: Reflect.getMetadata(ACCESS_RULE, handler),
          inputs: inputsOf(controller, name),
        })
  }
  return routes
}

const INPUTS = [
  { type: RouteParamtypes.PARAM, in: 'path' },
  { type: RouteParamtypes.QUERY, in: 'query' },
] as const

function inputsOf(controller: object, name: string): AddressInput[] {
  const args: Record<string, { schema?: z.ZodObject }> =
    Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}
  return INPUTS.flatMap((input) =>
    Object.entries(args).flatMap(([key, { schema }]) =>
      schema && key.startsWith(`${input.type}:`) ? [{ in: input.in, schema }] : [],
    ),
  )
}

const paths = (value: string | string[]): string[] => (Array.isArray(value) ? value : [value])

const join = (...parts: string[]): string =>
  `/${parts
    .flatMap((part) => part.split('/'))
    .filter(Boolean)
    .join('/')}`

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
