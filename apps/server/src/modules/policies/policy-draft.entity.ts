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

export type PolicyDraftState = 'draft' | 'released' | 'withdrawn'

/** A change of a county's policy: written by one person, released by another. A released row is never changed but for its withdrawal. */
@Entity('policy_draft')
@Index('ix_policy_draft_county', ['countyCode', 'state'])
export class PolicyDraft {
  @PrimaryColumn(idColumn('id'))
  id: string

  @Column(areaColumn('county_code'))
  countyCode: string

  @Column(codeColumn('state', 12))
  state: PolicyDraftState

  /** Counts the savings: whoever releases names the one that was read. */
  @Column({ name: 'version', type: 'int' })
  version: number

  @Column(dateColumn('effective_on'))
  effectiveOn: string

  /** JSON: the values by policy id. */
  @Column(longTextColumn('body'))
  body: string

  /** The document or the reason it rests on. */
  @Column(textColumn('basis', 200))
  basis: string

  @Column(idColumn('author_id'))
  authorId: string

  @Column(instantColumn('saved_at'))
  savedAt: Date

  @Column(idColumn('released_by', { nullable: true }))
  releasedBy: string | null

  /** Stays when a release is withdrawn: the county's policy changed twice then. */
  @Column(instantColumn('released_at', { nullable: true }))
  releasedAt: Date | null

  @Column(idColumn('withdrawn_by', { nullable: true }))
  withdrawnBy: string | null

  @Column(instantColumn('withdrawn_at', { nullable: true }))
  withdrawnAt: Date | null

  @Column(textColumn('withdrawn_because', 200, { nullable: true }))
  withdrawnBecause: string | null

  /** JSON: how the villages would stand, of the version it names; empty until the first step was taken. */
  @Column(longTextColumn('trial'))
  trial: string
}
