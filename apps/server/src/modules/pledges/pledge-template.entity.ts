import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import {
  areaColumn,
  codeColumn,
  dateColumn,
  idColumn,
  instantColumn,
  longTextColumn,
  textColumn,
} from '../../platform/database/columns.js'

/** Between whom: who asks for the pledge and who gives it. */
export const PLEDGE_LEVELS = [
  'town-village',
  'village-grid-worker',
  'village-venue',
  'village-household',
  'class',
] as const
export type PledgeLevel = (typeof PLEDGE_LEVELS)[number]

/** The wording of a pledge from a day on. A released version never changes. */
@Entity('pledge_template')
@Index('ix_pledge_template_level', ['areaCode', 'level', 'validFrom'])
export class PledgeTemplate {
  /** The town whose own wording it is; empty: released with the program, for every town that has none. */
  @PrimaryColumn(areaColumn('area_code'))
  areaCode: string

  @PrimaryColumn(codeColumn('id', 48))
  id: string

  @PrimaryColumn({ name: 'version', type: 'int' })
  version: number

  @Column(codeColumn('level', 24))
  level: PledgeLevel

  @Column(textColumn('title', 80))
  title: string

  /** Text with variables in double braces. */
  @Column(longTextColumn('body'))
  body: string

  @Column(dateColumn('valid_from'))
  validFrom: string

  /** Last day on which pledges are made from it; NULL: until further notice. */
  @Column(dateColumn('valid_to', { nullable: true }))
  validTo: string | null

  /** NULL: the program's own. */
  @Column(idColumn('released_by', { nullable: true }))
  releasedBy: string | null

  @Column(instantColumn('released_at', { nullable: true }))
  releasedAt: Date | null
}

/** A wording as it stands in the source. */
export type ReleasedTemplate = Omit<PledgeTemplate, 'areaCode' | 'releasedBy' | 'releasedAt'>
