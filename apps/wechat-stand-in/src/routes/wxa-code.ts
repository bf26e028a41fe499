import type { Body } from '../api-call.js'
import { hit, type State } from '../state.js'
import { WeChatError } from '../wechat-error.js'
import type { Route } from './route.js'

const MAX_SCENE = 32
const SCENE_CHARACTERS = /^[A-Za-z0-9!#$&'()*+,/:;=?@\-._~]+$/
const ENVIRONMENTS = ['release', 'trial', 'develop']
const MIN_WIDTH = 280
const MAX_WIDTH = 1280

/** 64 × 64 grey baseline JPEG: an image to callers that look, too small to be taken for a working code. */
const CODE_IMAGE = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBD/wAALCABAAEABAREA/8QAFgABAQEAAAAAAAAAAAAAAAAAAAcI/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQAAPwCfgAL+gC/gCAL+gC/oAC/oAv6AL+gC/oAv6AL+gC/oAC/oAv6AL+AIAv6AAAL+AAD/2Q==',
  'base64',
)

export const getUnlimitedCode: Route = {
  path: '/wxa/getwxacodeunlimit',
  method: 'POST',
  access: 'token',
  notJson: 40169,
  handle({ state, clock }, _call, body) {
    if (hit(state, 'wxa-code', clock.minute()) > state.limits.codesPerMinute) throw new WeChatError(45009)
    checkScene(body.scene)
    checkArguments(body)
    checkPage(state, body)
    return { image: CODE_IMAGE }
  },
}

function checkScene(scene: unknown): void {
  if (typeof scene !== 'string' || scene === '' || [...scene].length > MAX_SCENE) throw new WeChatError(40169)
  if (!SCENE_CHARACTERS.test(scene)) throw new WeChatError(40129)
}

function checkArguments({ env_version: environment, width, check_path: checkPath }: Body): void {
  if (environment !== undefined && !ENVIRONMENTS.includes(environment as string)) {
    throw new WeChatError(40097, 'env_version')
  }
  const inRange = Number.isInteger(width) && (width as number) >= MIN_WIDTH && (width as number) <= MAX_WIDTH
  if (width !== undefined && !inRange) throw new WeChatError(40097, 'width')
  if (checkPath !== undefined && typeof checkPath !== 'boolean') throw new WeChatError(40097, 'check_path')
}

/** Without a page the code opens the home page. */
function checkPage({ pages }: State, { page, check_path: checkPath }: Body): void {
  if (page === undefined || page === '') return
  if (typeof page !== 'string' || page.startsWith('/') || page.includes('?')) throw new WeChatError(41030)
  if (checkPath !== false && !pages.has(page)) throw new WeChatError(41030)
}
