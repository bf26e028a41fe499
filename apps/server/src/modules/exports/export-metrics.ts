import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Transactions } from '../../platform/database/transactions.js'
import { Metrics } from '../../platform/metrics/metrics.js'
import { ExportJobsRepository } from './export-jobs.repository.js'

/** Long ledgers that people wait for. */
@Injectable()
export class ExportMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly jobs: ExportJobsRepository,
    private readonly transactions: Transactions,
  ) {}

  onModuleInit(): void {
    this.metrics.show({
      name: 'export_jobs',
      help: 'Exports that wait and that are being made',
      label: 'state',
      read: () => this.jobs.countOpen(this.transactions.read),
    })
  }
}
