import { z } from 'zod'
import { SessionOut } from './session.dto.js'

export const ScanParams = z.object({ id: z.uuid() })
export type ScanParams = z.infer<typeof ScanParams>

export const ScanTicketOut = z
  .object({
    ticketId: z.string(),
    pollSecret: z.string(),
    match: z.string().meta({ description: '电脑和手机都显示的两位数字' }),
    expiresAt: z.string(),
    qrText: z.string(),
    qrSvg: z.string().meta({ description: '二维码，data URI' }),
  })
  .meta({ id: 'ScanTicket' })
export type ScanTicketOut = z.infer<typeof ScanTicketOut>

export const ScanPollIn = z.object({ pollSecret: z.string().min(1).max(128) }).meta({ id: 'ScanPollIn' })
export type ScanPollIn = z.infer<typeof ScanPollIn>

export const ScanPollOut = z
  .object({ state: z.enum(['waiting', 'seen', 'approved', 'expired']), session: SessionOut.optional() })
  .meta({ id: 'ScanPollOut' })
export type ScanPollOut = z.infer<typeof ScanPollOut>

export const ScanLook = z
  .object({ match: z.string(), expiresAt: z.string(), state: z.enum(['seen']) })
  .meta({ id: 'ScanLook' })
export type ScanLook = z.infer<typeof ScanLook>

export const ScanApproval = z.object({ match: z.string().regex(/^\d{2}$/) }).meta({ id: 'ScanApproval' })
export type ScanApproval = z.infer<typeof ScanApproval>
