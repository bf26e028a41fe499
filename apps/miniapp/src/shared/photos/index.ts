export { currentPhotos, letPhotosLeave, startPhotos, useKeptPhotos, wakePhotos } from './current'
export { createPhotoQueue, type PhotoQueue, type PhotoSender } from './photo-queue'
export { createPhotoStore, dropStrayFiles } from './photo-store'
export type { KeptPhoto } from './types'
