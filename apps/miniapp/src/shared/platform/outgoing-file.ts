import Taro from '@tarojs/taro'
import { isWeapp } from './env'
import { StorageFullError } from './storage'

/** A file that the app made and the user takes with him. */
export type OutgoingFile = {
  name: string
  /** Size in bytes. */
  bytes: number
  /** Hands it over: to a chat in WeChat, to the downloads in a browser. @returns false when he thought better of it */
  give(): Promise<boolean>
}

const FOLDER = 'outgoing'
const folder = () => `${Taro.env.USER_DATA_PATH}/${FOLDER}`

type Callbacks = { success: (answer: unknown) => void; fail: (error: unknown) => void }
const asked = <T>(call: (callbacks: Callbacks) => void): Promise<T> =>
  new Promise((resolve, reject) => call({ success: (answer) => resolve(answer as T), fail: reject }))

/** The one before it goes first: a file that was given away is of no more use on the phone. */
async function prepareInWechat(name: string, content: Uint8Array<ArrayBuffer>): Promise<OutgoingFile> {
  const files = Taro.getFileSystemManager()
  await asked((to) => files.mkdir({ dirPath: folder(), recursive: true, ...to })).catch(() => undefined)
  const old = await asked<{ files: string[] }>((to) => files.readdir({ dirPath: folder(), ...to })).catch(
    () => ({ files: [] }),
  )
  for (const one of old.files)
    await asked((to) => files.unlink({ filePath: `${folder()}/${one}`, ...to })).catch(() => undefined)
  const filePath = `${folder()}/${name}`
  const data = content.buffer.slice(content.byteOffset, content.byteOffset + content.byteLength)
  try {
    await asked((to) => files.writeFile({ filePath, data, ...to }))
  } catch (error) {
    throw new StorageFullError(error)
  }
  return {
    name,
    bytes: content.byteLength,
    give: () =>
      Taro.shareFileMessage({ filePath, fileName: name }).then(
        () => true,
        (error: unknown) => {
          if (/cancel/i.test((error as { errMsg?: string } | null)?.errMsg ?? '')) return false
          throw error
        },
      ),
  }
}

async function prepareInBrowser(name: string, content: Uint8Array<ArrayBuffer>): Promise<OutgoingFile> {
  return {
    name,
    bytes: content.byteLength,
    async give() {
      const address = URL.createObjectURL(new Blob([content], { type: 'application/octet-stream' }))
      const link = document.createElement('a')
      link.href = address
      link.download = name
      link.click()
      // Some browsers read the address only after the click has been handled.
      setTimeout(() => URL.revokeObjectURL(address), 60_000)
      return true
    },
  }
}

/** Makes a file ready to be given. WeChat hands a file over only on the user's own tap. @throws StorageFullError */
export const prepareFile: (name: string, content: Uint8Array<ArrayBuffer>) => Promise<OutgoingFile> = isWeapp
  ? prepareInWechat
  : prepareInBrowser
