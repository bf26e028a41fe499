import { Column, Entity, PrimaryColumn } from 'typeorm'
import { codeColumn, idColumn, instantColumn } from '../database/columns.js'

/** One row for each periodic job: when it may run next, over all replicas. */
@Entity('job_lease')
export class JobLease {
  @PrimaryColumn(codeColumn('name', 64))
  name: string

  @Column(instantColumn('next_run_at'))
  nextRunAt: Date

  @Column(idColumn('worker', { nullable: true }))
  worker: string | null
}
