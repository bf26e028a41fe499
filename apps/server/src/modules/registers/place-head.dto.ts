import { z } from 'zod'
import type { SubjectFile } from './subject-file.js'

export const PLACE_KINDS = ['venue', 'grid', 'site', 'school'] as const

export const PlaceHead = z
  .object({
    id: z.string(),
    type: z.enum(PLACE_KINDS),
    code: z.string().meta({ example: '示范A-场所-03' }),
    areaCode: z.string(),
    name: z.string(),
    registeredOn: z.iso.date(),
    state: z.enum(['active', 'sealed']),
    endedOn: z.iso.date().optional().meta({ description: '停业、撤销的日期' }),
    facts: z
      .record(z.string(), z.unknown())
      .meta({ description: '最新一次登记的内容，按记录种类的字段，不含文字' }),
  })
  .meta({ id: 'PlaceHead', description: '场所、网格、教育阵地、学校' })
export type PlaceHead = z.infer<typeof PlaceHead>

export function toPlaceHead(file: SubjectFile): PlaceHead {
  const { endedOn, facts } = file.head
  return {
    id: file.id,
    type: file.type as PlaceHead['type'],
    code: file.code,
    areaCode: file.areaCode,
    name: file.name ?? '',
    registeredOn: file.registeredOn,
    state: file.state,
    ...(endedOn === undefined ? {} : { endedOn }),
    facts: facts ?? {},
  }
}
