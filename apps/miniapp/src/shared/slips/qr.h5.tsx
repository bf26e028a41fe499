import { toString as drawQr } from 'qrcode'
import { useEffect, useState } from 'react'
import { browserAddress } from '@/shared/platform/address'

/** Opens the page with the digits filled in. The words beside it say the same, so it needs none of its own. */
export function Qr({ page }: { page: string }) {
  const [image, setImage] = useState('')
  useEffect(() => {
    const text = browserAddress(page)
    drawQr(text, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' }).then(
      (svg) => setImage(`data:image/svg+xml,${encodeURIComponent(svg)}`),
      () => undefined,
    )
  }, [page])
  return image === '' ? null : <img className='dfv-slip__qr' src={image} alt='' />
}
