import Taro from '@tarojs/taro'
import { filesFromBrowser } from './browser-files'
import { isWeapp } from './env'
import { isPrivacyRefusal, PrivacyRefusedError, requirePrivacy } from './privacy'

/** A file that the user chose, made small. */
export type ChosenPhoto = { bytes: ArrayBuffer; mime: string }

/** The user forbade the camera or the album; the form goes on without. */
export class CameraRefusedError extends Error {
  constructor() {
    super('the camera was refused')
    this.name = 'CameraRefusedError'
  }
}

/** Longest side, pixels: a page of print stays readable, and a photo is some hundred kilobytes. */
const LONGEST_SIDE = 1600
const QUALITY = 0.8

/** How large a picture may stay: never larger than it is. */
export function fitted(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

const readBytes = (filePath: string): Promise<ArrayBuffer> =>
  new Promise((resolve, reject) =>
    Taro.getFileSystemManager().readFile({
      filePath,
      success: ({ data }) => resolve(data as ArrayBuffer),
      fail: reject,
    }),
  )

async function shrinkInWechat(src: string): Promise<ChosenPhoto> {
  try {
    const { width, height } = await Taro.getImageInfo({ src })
    const size = fitted(width, height)
    const { tempFilePath } = await Taro.compressImage({
      src,
      quality: QUALITY * 100,
      compressedWidth: size.width,
      compressedHeight: size.height,
    })
    return { bytes: await readBytes(tempFilePath), mime: 'image/jpeg' }
  } catch {
    // An old phone sends the photo as it is; the server makes it small.
    return { bytes: await readBytes(src), mime: 'image/jpeg' }
  }
}

/** `onChosen` is called before the work on them begins; never when the user thought better of it. */
type Choose = (most: number, onChosen: () => void) => Promise<ChosenPhoto[]>

const chooseInWechat: Choose = async (most, onChosen) => {
  let chosen: { tempFilePath: string }[]
  await requirePrivacy()
  try {
    const answer = await Taro.chooseMedia({
      count: most,
      mediaType: ['image'],
      sourceType: ['camera', 'album'],
      sizeType: ['compressed'],
    })
    chosen = answer.tempFiles
  } catch (error) {
    if (/cancel/i.test((error as { errMsg?: string } | null)?.errMsg ?? '')) return []
    throw isPrivacyRefusal(error) ? new PrivacyRefusedError() : new CameraRefusedError()
  }
  onChosen()
  const photos: ChosenPhoto[] = []
  // One after the other: two open pictures are more than a cheap phone holds.
  for (const { tempFilePath } of chosen) photos.push(await shrinkInWechat(tempFilePath))
  return photos
}

const loaded = (src: string): Promise<HTMLImageElement> =>
  new Promise((resolve, reject) => {
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = reject
    image.src = src
  })

/** Drawn anew, upright: what the camera wrote beside the picture does not leave the phone. */
async function shrinkInBrowser(file: File): Promise<ChosenPhoto> {
  const asItIs = async () => ({ bytes: await file.arrayBuffer(), mime: file.type })
  if (!file.type.startsWith('image/')) return asItIs()
  const src = URL.createObjectURL(file)
  try {
    const image = await loaded(src)
    const { width, height } = fitted(image.naturalWidth, image.naturalHeight)
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    canvas.getContext('2d')?.drawImage(image, 0, 0, width, height)
    const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
    return drawn ? { bytes: await drawn.arrayBuffer(), mime: 'image/jpeg' } : asItIs()
  } catch {
    // A picture that this browser cannot open: the server says what to do about it.
    return asItIs()
  } finally {
    URL.revokeObjectURL(src)
  }
}

const chooseInBrowser: Choose = async (most, onChosen) => {
  const files = await filesFromBrowser('image/*,application/pdf', most)
  if (files.length > 0) onChosen()
  const photos: ChosenPhoto[] = []
  for (const file of files) photos.push(await shrinkInBrowser(file))
  return photos
}

/** Takes photos or chooses them; none when the user thought better of it. @throws CameraRefusedError, PrivacyRefusedError */
export const choosePhotos: Choose = isWeapp ? chooseInWechat : chooseInBrowser

/** An address under which the bytes can be shown. Call `release` when nothing shows it any more. */
export function shownBytes(bytes: ArrayBuffer, mime: string): { src: string; release: () => void } {
  if (isWeapp)
    return { src: `data:${mime};base64,${Taro.arrayBufferToBase64(bytes)}`, release: () => undefined }
  const src = URL.createObjectURL(new Blob([bytes], { type: mime }))
  return { src, release: () => URL.revokeObjectURL(src) }
}
