import { z } from 'zod'
import { ROLES } from '../../platform/auth/roles.js'
import { AreaCode } from '../areas/areas.dto.js'

export const ColleagueQuery = z.object({ areaCode: AreaCode }).meta({ id: 'ColleagueQuery' })
export type ColleagueQuery = z.infer<typeof ColleagueQuery>

export const Colleague = z
  .object({ accountId: z.string(), name: z.string(), role: z.enum(ROLES) })
  .meta({ id: 'Colleague' })

export const ColleagueList = z.object({ items: z.array(Colleague) }).meta({ id: 'ColleagueList' })
export type ColleagueList = z.infer<typeof ColleagueList>
