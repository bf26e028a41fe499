export { PhotoPicker } from './photo-picker'
export { PhotoStrip } from './photo-strip'
export { shownPhotos, unsentOf } from './shown-photos'
export type { PhotoSource } from './use-photo-src'
