import { randomBytes } from 'node:crypto'
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { BlobStore } from './blob-store.js'

const isAbsent = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'

/** Files in a folder of this machine, 65,536 subfolders wide. Replicas on several machines need a shared folder, or S3. */
export class DiskBlobStore extends BlobStore {
  constructor(private readonly folder: string) {
    super()
  }

  protected async write(address: string, bytes: Buffer): Promise<void> {
    const place = this.place(address)
    if (await exists(place)) return
    await mkdir(path.dirname(place), { recursive: true })
    // Under its name only when it is whole: a crash leaves a file that nobody reads.
    const draft = `${place}.${randomBytes(6).toString('hex')}`
    const file = await open(draft, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, place)
    await syncFolder(path.dirname(place))
  }

  protected async read(address: string): Promise<Buffer | undefined> {
    try {
      return await readFile(this.place(address))
    } catch (error) {
      if (isAbsent(error)) return undefined
      throw error
    }
  }

  protected erase(address: string): Promise<void> {
    return rm(this.place(address), { force: true })
  }

  private place(address: string): string {
    return path.join(this.folder, address.slice(0, 2), address.slice(2, 4), address)
  }
}

async function exists(place: string): Promise<boolean> {
  try {
    await access(place)
    return true
  } catch (error) {
    if (isAbsent(error)) return false
    throw error
  }
}

/** The new name is on the disk too before anybody relies on it. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
