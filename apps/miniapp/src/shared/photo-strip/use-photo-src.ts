import { useEffect, useState } from 'react'
import { currentPhotos, useKeptPhotos } from '@/shared/photos'
import { shownBytes } from '@/shared/platform'

/** Where the server keeps the photos: those of records and those of a year's papers are reached differently. */
export type PhotoSource = {
  read(id: string, size: 'full' | 'thumb'): Promise<ArrayBuffer>
  /** A PDF, by the phone's own reader. */
  open(id: string): Promise<unknown>
}

export type PhotoSrc = { src: string | null; failed: boolean }

/**
 * A photo to look at: from the phone while it is still there, else from the server. The server's answer is kept by nobody:
 * it goes when the page does.
 * @param source the same one each time, and undefined while the server has nothing of it
 */
export function usePhotoSrc(id: string, size: 'full' | 'thumb', source: PhotoSource | undefined): PhotoSrc {
  const isKept = useKeptPhotos().has(id)
  const [shown, setShown] = useState<PhotoSrc>({ src: null, failed: false })

  useEffect(() => {
    let release: (() => void) | undefined
    let isGone = false
    const show = (bytes: ArrayBuffer | undefined) => {
      if (isGone || !bytes) return
      const picture = shownBytes(bytes, 'image/jpeg')
      release = picture.release
      setShown({ src: picture.src, failed: false })
    }
    const load = () =>
      isKept ? currentPhotos().read(id) : source ? source.read(id, size) : Promise.resolve(undefined)
    load()
      .then(show)
      .catch(() => {
        if (!isGone) setShown({ src: null, failed: true })
      })
    return () => {
      isGone = true
      release?.()
    }
  }, [id, size, isKept, source])

  return shown
}
