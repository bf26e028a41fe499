import Taro from '@tarojs/taro'
import { isWeapp } from './env'
import { NetworkError } from './transport'

export type FileRequest = { url: string; headers: Record<string, string>; fileName: string }
/** Fetches a file and hands it to the person; the answer of a refusal is given back. */
export type FileOpener = (request: FileRequest) => Promise<{ status: number; body?: unknown }>

const throughWechat: FileOpener = async ({ url, headers, fileName }) => {
  let answer: { statusCode: number; tempFilePath: string }
  try {
    answer = await Taro.downloadFile({ url, header: headers })
  } catch {
    throw new NetworkError('offline')
  }
  if (answer.statusCode === 200) {
    const fileType = fileName.split('.').pop() as 'pdf' | 'xlsx' | 'docx'
    await Taro.openDocument({ filePath: answer.tempFilePath, fileType, showMenu: true })
  }
  return {
    status: answer.statusCode,
    body: answer.statusCode === 200 ? undefined : refusalIn(answer.tempFilePath),
  }
}

/** WeChat puts a refusal into a file like any other answer. */
function refusalIn(path: string): unknown {
  try {
    return JSON.parse(Taro.getFileSystemManager().readFileSync(path, 'utf-8') as string)
  } catch {
    return undefined
  }
}

const throughBrowser: FileOpener = async ({ url, headers, fileName }) => {
  let answer: Response
  try {
    answer = await fetch(url, { headers, credentials: 'same-origin' })
  } catch {
    throw new NetworkError('offline')
  }
  if (!answer.ok) return { status: answer.status, body: await answer.json().catch(() => undefined) }
  const address = URL.createObjectURL(await answer.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // Some browsers read the address only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return { status: answer.status }
}

export const openFile: FileOpener = isWeapp ? throughWechat : throughBrowser
