import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { codeColumn, idColumn, instantColumn, longTextColumn } from '../../../platform/database/columns.js'

/** An uploaded table of questions while it is looked at, and afterwards what it wrote: counts. */
@Entity('quiz_import')
@Index('ix_quiz_import_expires', ['expiresAt'])
export class QuizImport {
  @PrimaryColumn(idColumn('id'))
  id: string

  /** Whoever uploaded it is the only one to see and to confirm it. */
  @Column(idColumn('account_id'))
  accountId: string

  @Column(instantColumn('created_at'))
  createdAt: Date

  /** Until then it may be confirmed. */
  @Column(instantColumn('expires_at'))
  expiresAt: Date

  /** JSON of the rows as they were read; NULL once they are written. Questions name nobody, so they are not sealed. */
  @Column(longTextColumn('content', { nullable: true }))
  content: string | null

  /** Of the plan that was shown: only that one can be confirmed. */
  @Column(codeColumn('digest', 64))
  digest: string

  /** JSON: `BankCounts`. */
  @Column(longTextColumn('counts'))
  counts: string

  @Column({ name: 'issue_count', type: 'int' })
  issueCount: number

  /** NULL: not confirmed, and nothing written. */
  @Column(instantColumn('confirmed_at', { nullable: true }))
  confirmedAt: Date | null
}
