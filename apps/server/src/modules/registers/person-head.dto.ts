import { z } from 'zod'
import type { IdentityService } from './identity.service.js'
import type { SubjectFile } from './subject-heads.js'

export const PersonHead = z
  .object({
    id: z.string(),
    code: z.string().meta({ example: '示范A-07' }),
    areaCode: z.string(),
    maskedName: z.string().meta({ example: '李*' }),
    gender: z.string().optional(),
    birthYear: z.number().int().optional(),
    state: z.enum(['active', 'sealed']),
    status: z.string().nullable(),
    presence: z.string().optional(),
  })
  .meta({ id: 'PersonHead' })
export type PersonHead = z.infer<typeof PersonHead>

export function toPersonHead(file: SubjectFile, identities: IdentityService): PersonHead {
  const { gender, birthYear, status, presence } = file.head
  return {
    id: file.id,
    code: file.code,
    areaCode: file.areaCode,
    maskedName: identities.maskedName(file),
    ...(gender === undefined ? {} : { gender }),
    ...(birthYear === undefined ? {} : { birthYear }),
    state: file.state,
    status: status ?? null,
    ...(presence === undefined ? {} : { presence }),
  }
}
