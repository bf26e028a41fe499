import { Module } from '@nestjs/common'
import { AccountsModule } from '../accounts/accounts.module.js'
import { AreasModule } from '../areas/areas.module.js'
import { AssessmentModule } from '../assessment/assessment.module.js'
import { AttachmentsModule } from '../attachments/attachments.module.js'
import { AuditModule } from '../audit/audit.module.js'
import { RecordsModule } from '../records/records.module.js'
import { RegistersModule } from '../registers/registers.module.js'
import { ArchiveWriter } from './archive-writer.js'
import { ExportBuilder } from './export-builder.js'
import { ExportJobs } from './export-jobs.js'
import { ExportJobsRepository } from './export-jobs.repository.js'
import { ExportMetrics } from './export-metrics.js'
import { ExportVault } from './export-vault.js'
import { ExportsController } from './exports.controller.js'
import { ExportsService } from './exports.service.js'
import { LedgerSourcesFactory } from './ledger-sources.js'

/** Ledgers and forms on paper: Excel, Word, PDF. */
@Module({
  imports: [
    AccountsModule,
    AreasModule,
    AssessmentModule,
    AttachmentsModule,
    AuditModule,
    RecordsModule,
    RegistersModule,
  ],
  controllers: [ExportsController],
  providers: [
    ExportsService,
    ExportBuilder,
    ArchiveWriter,
    ExportJobs,
    ExportVault,
    ExportMetrics,
    ExportJobsRepository,
    LedgerSourcesFactory,
  ],
})
export class ExportsModule {}
