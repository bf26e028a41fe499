import { createHash } from 'node:crypto'
import { PassThrough, Transform, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Injectable } from '@nestjs/common'
import { ZipFile } from 'yazl'
import { type Block, type ExportDocument, rowsOf } from './document/document.js'
import { headOf, writeDocument } from './document/write-document.js'
import type { ArchiveEntry, ArchiveForm } from './export-form.js'
import type { FormContext } from './form-context.js'

export type Stamp = Pick<ExportDocument, 'madeBy' | 'madeAt'>
/** A file of the archive as its index names it. */
export type IndexLine = { path: string; about: string; bytes: number; sha256: string }

export const INDEX_FILE = 'index.json'
const INDEX_PAPER = '00-目录.pdf'
/** Whatever is compressed already, or as good as. */
const PACKED = /\.(pdf|docx|xlsx|jpg)$/

/**
 * Writes an archive file by file: each is finished and handed on before the next is begun, so that memory holds one file's
 * piece, whatever the archive weighs. At the end come the indexes: one to read, one to check by.
 */
@Injectable()
export class ArchiveWriter {
  async write(
    form: ArchiveForm,
    context: FormContext,
    { stamp, progress }: { stamp: Stamp; progress: (rows: number) => Promise<void> },
    output: Writable,
  ): Promise<void> {
    const zip = new ZipFile()
    const sent = pipeline(zip.outputStream as NodeJS.ReadableStream, output)
    // Told below; a reader who hangs up must not end the process before.
    sent.catch(() => undefined)
    const index: IndexLine[] = []
    const add = async (path: string, about: string, fill: (entry: Writable) => Promise<void>) => {
      const { entry, ended, line } = measured(zip, path, stamp.madeAt)
      // Whoever fetches it may hang up in the middle of a file.
      await Promise.race([Promise.all([fill(entry), ended]), sent.then(hangUp, hangUp)])
      index.push({ path, about, ...line() })
      // Also where a form has no rows to tell of: an attempt that says nothing for a minute counts as dead.
      await progress(0)
    }
    for await (const entry of form.entries(context)) await add(entry.path, entry.about, filler(entry, stamp))
    await add(INDEX_PAPER, '目录', (entry) => writeDocument('pdf', paper(form, context, stamp, index), entry))
    const list = {
      format: 'year-archive@1',
      area: context.areaName,
      madeAt: stamp.madeAt.toISOString(),
      files: index,
    }
    zip.addBuffer(Buffer.from(`${JSON.stringify(list, null, 2)}\n`), INDEX_FILE, { mtime: stamp.madeAt })
    zip.end()
    await sent
  }
}

function hangUp(): never {
  throw new Error('the archive was not taken to its end')
}

const filler =
  (entry: ArchiveEntry, stamp: Stamp) =>
  (output: Writable): Promise<void> => {
    if ('bytes' in entry) return pipeline([entry.bytes], output)
    const { form, format, context } = entry
    return writeDocument(format, { ...headOf(form), ...stamp, sheets: form.sheets(context) }, output)
  }

/** A file of the zip that is counted while it is written. */
function measured(zip: ZipFile, path: string, mtime: Date) {
  const hash = createHash('sha256')
  let bytes = 0
  const entry = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  const through = new PassThrough()
  const ended = pipeline(entry, through)
  // The zip begins with it at once: what came before is finished.
  zip.addReadStream(through, path, { mtime, compress: !PACKED.test(path) })
  return { entry, ended, line: () => ({ bytes, sha256: hash.digest('hex') }) }
}

function paper(
  form: ArchiveForm,
  context: FormContext,
  stamp: Stamp,
  index: readonly IndexLine[],
): ExportDocument {
  const blocks: Block[] = [
    {
      kind: 'table',
      table: {
        columns: [
          { label: '序号', width: 3, align: 'center' },
          { label: '文件', width: 16 },
          { label: '内容', width: 16 },
          { label: '大小', width: 5, align: 'center' },
          { label: '校验值（SHA-256，前16位）', width: 10, align: 'center' },
        ],
        rows: rowsOf(
          index.map(({ path, about, bytes, sha256 }, at) => [
            at + 1,
            path,
            about,
            sizeWords(bytes),
            sha256.slice(0, 16),
          ]),
        ),
        empty: '没有文件',
        paper: 'grid',
      },
    },
    { kind: 'note', text: `完整的校验值在 ${INDEX_FILE} 里。` },
  ]
  const sheet = { name: '目录', title: form.title, subtitle: `${context.areaName}　　目录`, blocks }
  return {
    ...stamp,
    title: form.title,
    isWide: true,
    isWatermarked: false,
    sheets: (async function* () {
      yield sheet
    })(),
  }
}

const KILOBYTE = 1024
const sizeWords = (bytes: number): string =>
  bytes < KILOBYTE * KILOBYTE
    ? `${Math.max(1, Math.round(bytes / KILOBYTE))} KB`
    : `${(bytes / KILOBYTE / KILOBYTE).toFixed(1)} MB`
