import { z } from 'zod'
import { LedgerDelta } from '../records/ledger.dto.js'

const Answers = z.object({
  tallies: z.array(
    z.object({
      channel: z.enum(['self', 'invited', 'household', 'third-party']),
      valid: z.int(),
      aware: z.int(),
    }),
  ),
})

export const PhoneLedger = LedgerDelta.extend({
  answers: z
    .object({ resident: Answers, migrant: Answers, venue: Answers })
    .meta({ description: '今年的答卷，按对象和来源的总数，没有任何人' }),
  policy: z
    .object({
      version: z.string(),
      own: z
        .record(
          z.string(),
          z
            .array(z.object({ from: z.string(), until: z.string().optional(), value: z.unknown() }))
            .readonly(),
        )
        .meta({ description: '县里自己定的，按规则里的名称；其余按手机上的规则' }),
    })
    .meta({ description: '按哪一版规则算' }),
}).meta({ id: 'LedgerDelta' })
export type PhoneLedger = z.infer<typeof PhoneLedger>
