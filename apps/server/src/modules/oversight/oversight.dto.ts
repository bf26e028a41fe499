import { z } from 'zod'
import { AreaCode } from '../areas/areas.dto.js'

const State = z.enum(['met', 'notMet', 'notApplicable', 'undetermined'])
const Change = z
  .object({
    areaCode: z.string(),
    name: z.string(),
    changes: z.array(z.object({ gate: z.string(), from: State, to: State })),
  })
  .meta({ id: 'VillageChange', description: '一个村哪几条标准、措施的结论变了' })

export const OversightQuery = z.object({ under: AreaCode.optional() }).meta({ id: 'OversightQuery' })
export type OversightQuery = z.infer<typeof OversightQuery>

export const OversightOut = z
  .object({
    asOf: z.string(),
    thisWeek: z.array(Change).meta({ description: '和上周末相比' }),
    lastWeek: z.array(Change).meta({ description: '上周和上上周末相比' }),
    weeks: z
      .array(
        z.object({
          week: z.string().meta({ description: '这一周的星期一' }),
          villages: z.int(),
          met: z.int().meta({ description: '各村十条标准里达标的条数' }),
          notMet: z.int(),
          undetermined: z.int(),
          overdue: z.int().meta({ description: '周末逾期的事' }),
          derived: z.boolean().meta({ description: '有的村这一周是后来按当时收到的记录倒算的' }),
        }),
      )
      .meta({ description: '近13周，先早后晚' }),
    coverage: z
      .array(z.object({ year: z.int(), held: z.int(), warned: z.int(), villages: z.int() }))
      .meta({ description: '各年年底有授牌的村（黄牌也算）；今年是到今天' }),
  })
  .meta({ id: 'Oversight' })
export type OversightOut = z.infer<typeof OversightOut>
