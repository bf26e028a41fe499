import { z } from 'zod'
import { isAreaCode } from '../../platform/auth/area-scope.js'
import { AREA_LEVELS } from '../../platform/auth/roles.js'

export const AreaCode = z.string().max(16).refine(isAreaCode, { message: 'area code' }).meta({
  description: '行政区划代码：省2、市4、县6、镇9、村12位，网格16位',
  example: '441581105201',
})

export const AreaQuery = z
  .object({ under: AreaCode.optional(), level: z.enum(AREA_LEVELS).optional() })
  .meta({ id: 'AreaQuery' })
export type AreaQuery = z.infer<typeof AreaQuery>

export const AreaOut = z
  .object({
    code: z.string(),
    name: z.string(),
    level: z.enum(AREA_LEVELS),
    parentCode: z.string().nullable(),
    isDemo: z.boolean(),
    startOn: z.string().nullable(),
  })
  .meta({ id: 'Area' })

export const AreaList = z.object({ items: z.array(AreaOut) }).meta({ id: 'AreaList' })
export type AreaList = z.infer<typeof AreaList>
