import { z } from 'zod'
import type { IdentityService } from './identity.service.js'
import { PERSON_REGISTERS, type PersonRegister, type SubjectFile } from './subject-file.js'

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
    registers: z
      .array(z.enum(PERSON_REGISTERS))
      .meta({ description: '在哪些名册上：累计登记在册、现有、帮扶对象、重点人员' }),
    keyCategory: z.string().optional().meta({ description: '重点人员的类别' }),
  })
  .meta({ id: 'PersonHead' })
export type PersonHead = z.infer<typeof PersonHead>

export function toPersonHead(file: SubjectFile, identities: IdentityService): PersonHead {
  const { gender, birthYear, status, presence, keyCategory } = file.head
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
    registers: registersOf(file),
    ...(keyCategory === undefined ? {} : { keyCategory }),
  }
}

export const registersOf = ({ registers }: Pick<SubjectFile, 'registers'>): PersonRegister[] =>
  PERSON_REGISTERS.filter((register) => registers?.includes(`,${register},`))
