import Taro from '@tarojs/taro'
import { filesFromBrowser } from './browser-files'
import { isWeapp } from './env'
import { isPrivacyRefusal, PrivacyRefusedError, requirePrivacy } from './privacy'

/** A file that the user chose. Its name stays on the phone. */
export type ChosenFile = { name: string; bytes: ArrayBuffer }

const readBytes = (filePath: string): Promise<ArrayBuffer> =>
  new Promise((resolve, reject) =>
    Taro.getFileSystemManager().readFile({
      filePath,
      success: ({ data }) => resolve(data as ArrayBuffer),
      fail: reject,
    }),
  )

/** WeChat has no file manager: a file is chosen from a chat, to which it was sent. */
async function throughWechat(extension: string): Promise<ChosenFile | null> {
  await requirePrivacy()
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: [extension] })
    const [file] = tempFiles
    return file ? { name: file.name, bytes: await readBytes(file.path) } : null
  } catch (error) {
    if (/cancel/i.test((error as { errMsg?: string } | null)?.errMsg ?? '')) return null
    throw isPrivacyRefusal(error) ? new PrivacyRefusedError() : error
  }
}

async function throughBrowser(extension: string): Promise<ChosenFile | null> {
  const [file] = await filesFromBrowser(`.${extension}`)
  return file ? { name: file.name, bytes: await file.arrayBuffer() } : null
}

const choose: (extension: string) => Promise<ChosenFile | null> = isWeapp ? throughWechat : throughBrowser

/** Lets the user choose one Excel file; null when he thought better of it. */
export const chooseWorkbook = () => choose('xlsx')
/** Lets the user choose one file that a phone made to be handed in; null when he thought better of it. */
export const chooseHandInFile = () => choose('age')
