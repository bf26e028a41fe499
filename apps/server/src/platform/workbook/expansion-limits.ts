import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { WorkbookFault } from './workbook-fault.js'

/** A workbook that people fill in has some twenty parts; one with pictures and charts, a hundred. */
const MAX_PARTS = 300
/** All parts unpacked, bytes. A thousand rows of thirty filled cells are about 3 MB. */
const MAX_BYTES = 32 * 1024 * 1024
/** Unpacked ÷ packed. Excel's own XML comes to about 15; a bomb begins at several hundred. */
const MAX_RATIO = 120
/** Below this a file is small whatever its ratio: a sheet of empty formatted rows packs well. */
const FREE_BYTES = 2 * 1024 * 1024

const OLD_FORMAT = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

/**
 * Unpacks the wanted parts of a zip file in memory. The sizes that the file declares are judged before anything is
 * unpacked; whatever then yields more or less than it declared ends the reading.
 * @param wanted by the part's name, with `/` between folders
 * @throws WorkbookFault
 */
export async function unpack(
  file: Buffer,
  wanted: (name: string) => boolean,
): Promise<ReadonlyMap<string, Buffer>> {
  if (file.subarray(0, 4).equals(OLD_FORMAT)) throw new WorkbookFault('oldOrLocked')
  try {
    // Sizes are validated while streaming: no part may grow beyond what it declared.
    const zip = await fromBufferPromise(file, { validateEntrySizes: true, strictFileNames: true })
    return await unpackParts(zip, file.length, wanted)
  } catch (error) {
    if (error instanceof WorkbookFault) throw error
    throw new WorkbookFault('notWorkbook', { cause: error })
  }
}

async function unpackParts(
  zip: ZipFile,
  packedBytes: number,
  wanted: (name: string) => boolean,
): Promise<ReadonlyMap<string, Buffer>> {
  if (zip.entryCount > MAX_PARTS) throw new WorkbookFault('tooLarge')
  const entries: Entry[] = []
  const names = new Set<string>()
  let bytes = 0
  for await (const entry of zip.eachEntry()) {
    bytes += entry.uncompressedSize
    if (bytes > MAX_BYTES || (bytes > FREE_BYTES && bytes > packedBytes * MAX_RATIO))
      throw new WorkbookFault('tooLarge')
    if (names.has(entry.fileName) || entry.isEncrypted()) throw new WorkbookFault('notWorkbook')
    names.add(entry.fileName)
    if (wanted(entry.fileName)) entries.push(entry)
  }
  const parts = new Map<string, Buffer>()
  for (const entry of entries) parts.set(entry.fileName, await contentOf(zip, entry))
  return parts
}

async function contentOf(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
