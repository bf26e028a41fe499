import { z } from 'zod'
import { AreaCode } from '../areas/areas.dto.js'
import { PersonId, TimelineItem } from './persons.dto.js'
import { PLACE_KINDS, PlaceHead } from './place-head.dto.js'

export const PlaceId = PersonId

export const PlaceQuery = z
  .object({
    type: z.enum(PLACE_KINDS),
    areaCode: AreaCode.optional(),
    q: z.string().trim().max(40).optional().meta({ description: '编号或名称的一部分' }),
    cursor: z.string().max(200).optional(),
  })
  .meta({ id: 'PlaceQuery' })
export type PlaceQuery = z.infer<typeof PlaceQuery>

export const PlaceList = z
  .object({ items: z.array(PlaceHead), nextCursor: z.string().nullable() })
  .meta({ id: 'PlaceList' })
export type PlaceList = z.infer<typeof PlaceList>

export const PlaceFile = z
  .object({
    head: PlaceHead,
    recordId: z.string().meta({ description: '最新一次登记，改正它就改了台账' }),
    duties: z.array(z.record(z.string(), z.unknown())).meta({ description: '要办的事，同 Obligation' }),
    timeline: z.array(TimelineItem).meta({ description: '经过，新的在前' }),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'PlaceFile' })
export type PlaceFile = z.infer<typeof PlaceFile>

export const PlaceFileQuery = z
  .object({ cursor: z.string().max(200).optional() })
  .meta({ id: 'PlaceFileQuery' })
export type PlaceFileQuery = z.infer<typeof PlaceFileQuery>
