import Taro from '@tarojs/taro'
import { filesFromBrowser } from './browser-files'
import { isWeapp } from './env'

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

/** WeChat has no file manager: a table is chosen from a chat, where it was sent from the PC. */
async function throughWechat(): Promise<ChosenFile | null> {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['xlsx'] })
    const [file] = tempFiles
    return file ? { name: file.name, bytes: await readBytes(file.path) } : null
  } catch (error) {
    if (/cancel/i.test((error as { errMsg?: string } | null)?.errMsg ?? '')) return null
    throw error
  }
}

async function throughBrowser(): Promise<ChosenFile | null> {
  const [file] = await filesFromBrowser('.xlsx')
  return file ? { name: file.name, bytes: await file.arrayBuffer() } : null
}

/** Lets the user choose one Excel file; null when he thought better of it. */
export const chooseWorkbook: () => Promise<ChosenFile | null> = isWeapp ? throughWechat : throughBrowser
