import { StreamableFile } from '@nestjs/common'
import { canonicalJson } from '../../platform/canonical-json.js'
import { renderPledge } from './pledge-pdf.js'
import type { PrintedPledge } from './pledge-reader.service.js'

/** What the signer used, as it is sealed. @param header `X-Client` of the request */
export const clientOf = (header: string | undefined): 'weapp' | 'h5' => (header === 'weapp' ? 'weapp' : 'h5')

/** The print as a file. A sealed pledge carries its evidence. */
export function pdfOf({ document, evidence, printedAt }: PrintedPledge): StreamableFile {
  // pdfkit's document is a Node stream; its type says so only in part.
  const stream = renderPledge(document, printedAt, evidence && canonicalJson(evidence)) as never
  return new StreamableFile(stream, {
    type: 'application/pdf',
    disposition: `inline; filename="${document.seal?.number ?? 'pledge'}.pdf"`,
  })
}
