import type { Policies, VillageFold, VillageLedger } from '@dfv/rules'
import type { Role } from '../../platform/auth/roles.js'
import type { Area } from '../areas/areas.service.js'
import type { YearPapers } from '../assessment/year-papers.service.js'
import type { PagedRecord } from '../records/record-pages.js'
import type { DisclosedPerson } from '../registers/identity-disclosures.js'
import type { SubjectFile } from '../registers/subject-file.js'
import type { LedgerSources } from './ledger-sources.js'

/** A record with what this export may say of it. */
export type LedgerLine = PagedRecord & {
  /** Free text about a person; empty in an export without names. */
  text: Readonly<Record<string, unknown>>
  /** Undefined in an export without names. */
  person: DisclosedPerson | undefined
  /** 示范A-07, or what the venue, grid, site or school is called; empty for the village itself. */
  subjectName: string
}

/** A village folded for a day, with the files its reader sees. */
export type FoldedVillage = {
  ledger: VillageLedger
  fold: VillageFold
  /** What the village is judged by. */
  policies: Policies
  /** By running number. */
  files: readonly (SubjectFile & { number: number })[]
  /** Persons on the register whose files this reader is not shown: sealed, restricted to others, or kept elsewhere now. */
  withheld: number
}

/** What a form is written from. */
export type FormContext = {
  /** The villages of the area that was asked for, in the order of the official codes. */
  villages: readonly Area[]
  areaName: string
  /** Civil dates, both included; never after today. */
  from: string
  to: string
  /** With names and free text about persons; else by code. */
  isNamed: boolean
  sources: LedgerSources
  years: YearPapers
  /** As whom it is read. */
  role: Role
}

/** 2026年 where the days are a year's, else the days. */
export function periodWords({ from, to }: Pick<FormContext, 'from' | 'to'>): string {
  if (from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`) return `${from.slice(0, 4)}年`
  return `${dayWords(from)}—${dayWords(to)}`
}

export function dayWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}
