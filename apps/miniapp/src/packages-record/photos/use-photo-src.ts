import { useEffect, useState } from 'react'
import { attachmentsApi } from '@/shared/api'
import { currentPhotos, useKeptPhotos } from '@/shared/photos'
import { shownBytes } from '@/shared/platform'

export type PhotoSrc = { src: string | null; failed: boolean }

/**
 * A photo to look at: from the phone while it is still there, else from the server. The server's answer is kept by nobody:
 * it goes when the page does.
 * @param stored whether the server has it
 */
export function usePhotoSrc(id: string, size: 'full' | 'thumb', stored: boolean): PhotoSrc {
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
      isKept ? currentPhotos().read(id) : stored ? attachmentsApi.read(id, size) : Promise.resolve(undefined)
    load()
      .then(show)
      .catch(() => {
        if (!isGone) setShown({ src: null, failed: true })
      })
    return () => {
      isGone = true
      release?.()
    }
  }, [id, size, isKept, stored])

  return shown
}
