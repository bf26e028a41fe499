import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { openPromise, type ZipFile } from 'yauzl'
import { sha256 } from '../../../platform/crypto/sealer.js'

const INDEX = 'index.json'
/** What is judged again is written out; the rest is only compared with the index. */
const FROZEN = /(^|\/)06-冻结\/[^/]+\/(snapshot|scorecard|points)\.json$|(^|\/)06-冻结\/[^/]+\/assess\.mjs$/
/** More than a county's largest frozen ledger unpacks to. */
const MOST_BYTES = 512 * 1024 * 1024

export type Unpacked = {
  /** Where the frozen files lie now. */
  root: string
  files: string[]
  /** What differs from the index, in sentences. */
  faults: string[]
}

/**
 * Reads a year's archive, compares every file with the index, and writes the frozen ones below a folder.
 * @throws Error when it is no such archive
 */
export async function unpackArchive(file: string, root: string): Promise<Unpacked> {
  const zip = await open(file)
  const found = new Map<string, string>()
  let index: Buffer | undefined
  for await (const entry of zip.eachEntry()) {
    const { fileName } = entry
    if (fileName.endsWith('/')) continue
    if (entry.uncompressedSize > MOST_BYTES) throw new Error(`${fileName}：文件太大，不是年度档案。`)
    const content = await buffer(await zip.openReadStreamPromise(entry))
    if (fileName === INDEX) index = content
    else found.set(fileName, sha256(content))
    if (FROZEN.test(fileName)) await put(root, fileName, content)
  }
  if (!index) throw new Error('这不是年度档案：里面没有 index.json。')
  return { root, files: [...found.keys()], faults: compare(readIndex(index), found) }
}

function compare(index: ReadonlyMap<string, string>, found: ReadonlyMap<string, string>): string[] {
  const gone = [...index.keys()].filter((name) => !found.has(name)).map((name) => `${name}：少了这个文件`)
  const wrong = [...found].flatMap(([name, hash]) => {
    const kept = index.get(name)
    if (kept === undefined) return [`${name}：目录里没有这个文件`]
    return kept === hash ? [] : [`${name}：内容和目录里的校验值不一样`]
  })
  return [...gone, ...wrong]
}

function readIndex(bytes: Buffer): Map<string, string> {
  const list = JSON.parse(bytes.toString()) as { format?: string; files?: { path: string; sha256: string }[] }
  if (list.format !== 'year-archive@1' || !Array.isArray(list.files))
    throw new Error('这不是年度档案：index.json 读不懂。')
  return new Map(list.files.map((file) => [file.path, file.sha256]))
}

/** yauzl refuses names that lead out of the folder. */
async function put(root: string, name: string, content: Buffer): Promise<void> {
  const target = path.join(root, name)
  await mkdir(path.dirname(target), { recursive: true })
  await writeFile(target, content)
}

const open = (file: string): Promise<ZipFile> =>
  openPromise(file).catch((error: Error) => {
    throw new Error(`这不是压缩包，或者没有传完整：${error.message}`)
  })
