export { type Resource, useResource } from './use-resource'
export { useReturn } from './use-return'
