import { toString as drawQr } from 'qrcode'
import { useEffect, useState } from 'react'

export function Qr({ text, label }: { text: string; label: string }) {
  const [image, setImage] = useState<string | null>(null)
  useEffect(() => {
    let wanted = true
    void drawQr(text, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' }).then((svg) => {
      if (wanted) setImage(`data:image/svg+xml,${encodeURIComponent(svg)}`)
    })
    return () => {
      wanted = false
    }
  }, [text])
  return image && <img className='dfv-qr' src={image} alt={label} />
}
