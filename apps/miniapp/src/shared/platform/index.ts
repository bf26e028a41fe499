export { type ChosenFile, chooseHandInFile, chooseWorkbook } from './chosen-file'
export {
  chinaDate,
  chinaTime,
  isPhoneClockWrong,
  noteServerTime,
  phoneMillis,
  serverInstant,
  serverMillis,
  today,
} from './clock'
export {
  callPhone,
  canScan,
  canSignInByWechat,
  hideInCapture,
  loginCode,
  preferredFontPx,
  scanText,
} from './device'
export { apiOrigin, clientKind, isWeapp } from './env'
export { type FileBox, fileBox } from './file-box'
export { type FileOpener, type FileRequest, openFile } from './files'
export { isOnline, onNetworkBack, useNetwork, watchNetwork } from './network'
export { keepShellOffline, onMissingCode } from './offline-shell'
export { type OutgoingFile, prepareFile } from './outgoing-file'
export { CameraRefusedError, type ChosenPhoto, choosePhotos, fitted, shownBytes } from './photos'
export {
  hasPrivacyGuide,
  isPrivacyRefusal,
  onPrivacyQuestion,
  openPrivacyGuide,
  type PrivacyQuestion,
  PrivacyRefusedError,
  privacyGuideName,
  requirePrivacy,
} from './privacy'
export { newId, randomBytes, uuidv7From } from './random'
export { type KeyValueStore, StorageFullError, storage } from './storage'
export {
  type HttpMethod,
  type HttpRequest,
  type HttpResponse,
  NetworkError,
  type NetworkFault,
  type Transport,
  transport,
} from './transport'
