import { crc32, deflateRawSync } from 'node:zlib'

export type ZipPart = {
  name: string
  text: string
  /** What the file claims the part unpacks to, where that is a lie. */
  declaredBytes?: number
}

/** A zip file byte by byte, so that a test can make one that lies. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, text, declaredBytes } of parts) {
    const plain = Buffer.from(text, 'utf8')
    const packed = deflateRawSync(plain)
    const fileName = Buffer.from(name, 'utf8')
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x0800, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(plain), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(declaredBytes ?? plain.length, 18)
    common.writeUInt16LE(fileName.length, 22)
    files.push(Buffer.from('504b0304', 'hex'), common, fileName, packed)
    const central = Buffer.alloc(46)
    central.write('504b0102', 0, 'hex')
    central.writeUInt16LE(20, 4)
    common.copy(central, 6)
    central.writeUInt32LE(offset, 42)
    directory.push(central, fileName)
    offset += 4 + common.length + fileName.length + packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('504b0506', 0, 'hex')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, list, end])
}
