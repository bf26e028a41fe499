import QRCode from 'qrcode'

type Square = {
  left: number
  top: number
  /** Points. */
  size: number
  ink: string
  /** How much may be worn off before it cannot be read: M 15 %, Q 25 %. */
  worn: 'M' | 'Q'
}

/** Drawn as squares, so that it stays sharp on paper. */
export function drawQr(pdf: PDFKit.PDFDocument, text: string, { left, top, size, ink, worn }: Square): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: worn })
  const cell = size / modules.size
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column)) pdf.rect(left + column * cell, top + row * cell, cell, cell)
  pdf.fill(ink)
}
