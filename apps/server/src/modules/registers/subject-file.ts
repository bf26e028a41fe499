import type { FiledSubject, Payload } from '@dfv/rules'

/** A file with what is needed to read and write its sealed text. */
export type SubjectFile = {
  id: string
  type: FiledSubject
  areaCode: string
  code: string
  /** Of a venue, grid, site or school. */
  name: string | null
  registeredOn: string
  state: 'active' | 'sealed'
  sealedOn: string | null
  readers: string | null
  registers: string | null
  head: HeadFacts
  headVersion: number
  accessVersion: number
  /** NULL: erased, or no person's file. */
  wrappedKey: Buffer | null
  nameSealed: Buffer | null
}

/** What a list says of a person beside code and masked name. */
export type PersonHeadFacts = {
  gender?: string
  birthYear?: number
  residence?: string
  status?: string
  presence?: string
  /** Category of a key person. */
  keyCategory?: string
}

/** The registers of persons: everybody ever registered, the existing, those under support, the key persons. */
export const PERSON_REGISTERS = ['cumulative', 'existing', 'supported', 'key'] as const
export type PersonRegister = (typeof PERSON_REGISTERS)[number]

/** What a list says of a venue, grid, site or school beside code and name. */
export type PlaceHeadFacts = {
  endedOn?: string
  /** What its newest description says, without words. */
  facts?: Payload
}

export type HeadFacts = PersonHeadFacts & PlaceHeadFacts

export type NewSubject = {
  id: string
  type: FiledSubject
  areaCode: string
  number: number
  code: string
  name: string | null
  registeredOn: string
  readers: string | null
  registers: string | null
  head: HeadFacts
  version: number
  createdAt: Date
}

export type FileState = {
  name: string | null
  registeredOn: string
  registers: string | null
  head: HeadFacts
  state: 'active' | 'sealed'
  sealedOn: string | null
  readers: string | null
}

export type WithheldFile = Pick<SubjectFile, 'id' | 'state' | 'readers' | 'sealedOn'>

export type AreaRange = { from: string; to: string }
