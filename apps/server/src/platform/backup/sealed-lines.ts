import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { createGunzip, createGzip } from 'node:zlib'
import { Decrypter, Encrypter } from 'age-encryption'

/**
 * Files of lines, compressed and encrypted in the age format (age-encryption.org/v1): the server holds only the public
 * recipient, so whoever takes the server does not get its old backups; and any age program opens them years later.
 */

/**
 * Writes lines to a file that only the recipient's identity opens. The file is created, never overwritten.
 * @param recipient `age1…`
 * @returns bytes written
 */
export async function writeSealedLines(
  path: string,
  recipient: string,
  lines: AsyncIterable<string>,
): Promise<number> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  let bytes = 0
  const compressed = Readable.from(withNewlines(lines), { objectMode: false }).pipe(createGzip({ level: 6 }))
  const sealed = await encrypter.encrypt(Readable.toWeb(compressed) as globalThis.ReadableStream<Uint8Array>)
  const count = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length
      done(null, chunk)
    },
  })
  await pipeline(
    Readable.fromWeb(sealed as ReadableStream),
    count,
    createWriteStream(path, { flags: 'wx', mode: 0o600 }),
  )
  return bytes
}

/** Larger pieces than single lines keep the compressor busy instead of the event loop. */
async function* withNewlines(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let piece = ''
  for await (const line of lines) {
    piece += `${line}\n`
    if (piece.length < 65_536) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}

/**
 * The lines of such a file.
 * @param identity `AGE-SECRET-KEY-1…`
 * @throws Error when the identity is another's or the file was changed or cut off
 */
export async function* readSealedLines(path: string, identity: string): AsyncGenerator<string> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  const sealed = Readable.toWeb(createReadStream(path)) as globalThis.ReadableStream<Uint8Array>
  const opened = Readable.fromWeb((await decrypter.decrypt(sealed)) as ReadableStream)
  const gunzip = createGunzip()
  // A fault in the encrypted file must end the reading, not hang it.
  opened.on('error', (error) => gunzip.destroy(error))
  for await (const line of createInterface({
    input: opened.pipe(gunzip),
    crlfDelay: Number.POSITIVE_INFINITY,
  }))
    yield line
}
