export type { StandInClock } from './clock.js'
export { parseConfig, type StandInConfig, type StandInConfigInput, type TemplateInput } from './config.js'
export { InputError } from './parse.js'
export {
  type OpenedMessage,
  open as openPush,
  PushCryptoError,
  seal as sealPush,
  sign as signPush,
} from './push-crypto.js'
export { type StandIn, type StandInOptions, startStandIn } from './server.js'
export type { SentMessage, State, Violation } from './state.js'
export { STRICT_CHOICES } from './strict-choices.js'
export {
  isTemplateValue,
  TEMPLATE_VALUE_TYPES,
  type TemplateValueType,
  valueTypeOfKey,
} from './template-values.js'
