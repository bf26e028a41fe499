import { z } from 'zod'
import { PersonHead } from '../registers/person-head.dto.js'
import { PlaceHead } from '../registers/place-head.dto.js'

export const LedgerQuery = z
  .object({
    since: z.coerce
      .number()
      .int()
      .min(0)
      .optional()
      .meta({ description: '手机上已有的台账版本；不填给全部' }),
  })
  .meta({ id: 'LedgerQuery' })
export type LedgerQuery = z.infer<typeof LedgerQuery>

export const LedgerRecordOut = z
  .object({
    id: z.string(),
    revision: z.number().int(),
    kind: z.string(),
    schemaVersion: z.number().int(),
    subjectId: z.string(),
    areaCode: z.string(),
    occurredOn: z.iso.date(),
    receivedAt: z.iso.datetime().nullable(),
    reviewState: z.enum(['accepted', 'pending', 'returned', 'voided']),
    reviewedAt: z.iso.datetime().nullable().optional(),
    payload: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'LedgerRecord' })

export const LedgerDelta = z.object({
  areaCode: z.string(),
  startOn: z.iso.date(),
  ledgerVersion: z.number().int().meta({ description: '下次从这个版本要起' }),
  records: z.array(LedgerRecordOut).meta({
    description: '有变动的记录；收到某个编号的行，就用它们替换手机里同编号的所有行',
  }),
  subjects: z.array(PersonHead).meta({ description: '有变动的、看得到的人员' }),
  places: z.array(PlaceHead).meta({ description: '有变动的场所、网格、教育阵地、学校' }),
  dropped: z.array(z.string()).meta({
    description: '先从手机里删去这些人员、场所等和它们的记录，再写入 subjects、places 和 records',
  }),
  full: z.boolean().meta({ description: '是全部：先清空手机里这个村的台账' }),
})
export type LedgerDelta = z.infer<typeof LedgerDelta>
