import { once } from 'node:events'
import { PassThrough, type Writable } from 'node:stream'
import ExcelJS from 'exceljs'

/** Rows are short; handing them on one by one would cost more than writing them. */
const BATCH_BYTES = 64 * 1024

type Chunk = string | Buffer | { toBuffer: () => Buffer }

/** One part of the zip file. The library's own part never says that it is full, so a slow reader would fill the memory. */
class PartStream extends PassThrough {
  private batch: Buffer[] = []
  private batched = 0

  override write(chunk: Chunk): boolean {
    const bytes =
      typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.isBuffer(chunk) ? chunk : chunk.toBuffer()
    this.batch.push(bytes)
    this.batched += bytes.length
    return this.batched < BATCH_BYTES || this.flushBatch()
  }

  override end(): this {
    this.flushBatch()
    return super.end()
  }

  /** The library pauses the stream it has just handed to the archive; the archive decides when it reads. */
  override pause(): this {
    return this
  }

  private flushBatch(): boolean {
    const bytes = Buffer.concat(this.batch)
    this.batch = []
    this.batched = 0
    return bytes.length === 0 || super.write(bytes)
  }
}

type Parts = { zip: { append: (source: PartStream, entry: { name: string }) => void } }

/**
 * A workbook written row by row to a stream, at the pace of whoever reads it: `room()` after each handful of rows keeps
 * what waits in memory to a few hundred kilobytes, however long the sheet and however slow the reader.
 */
export class WorkbookStream extends ExcelJS.stream.xlsx.WorkbookWriter {
  private current: PartStream | undefined
  private readonly ended = new AbortController()

  constructor(output: Writable, madeAt: Date) {
    super({ stream: output, useStyles: true, useSharedStrings: false })
    this.creator = ''
    this.lastModifiedBy = ''
    this.created = madeAt
    this.modified = madeAt
    output.once('close', () => this.ended.abort())
  }

  /** Called by the library for every part that is written as it grows. */
  protected _openStream(name: string): PartStream {
    const part = new PartStream({ highWaterMark: BATCH_BYTES * 2 })
    ;(this as unknown as Parts).zip.append(part, { name })
    part.once('finish', () => part.emit('zipped'))
    this.current = part
    return part
  }

  /** @throws AbortError when nobody reads any more */
  async room(): Promise<void> {
    this.ended.signal.throwIfAborted()
    if (this.current?.writableNeedDrain) await once(this.current, 'drain', { signal: this.ended.signal })
  }
}
