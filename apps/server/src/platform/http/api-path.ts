import type { FastifyRequest } from 'fastify'

const API = /^\/(api|wechat)(\/|\?|$)/

/** Whether a request is for the API rather than for files: by its route, since an address can be written in many ways. */
export const isApi = (request: FastifyRequest): boolean => API.test(request.routeOptions?.url ?? request.url)
