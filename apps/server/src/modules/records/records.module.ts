import { Module } from '@nestjs/common'
import { AreasModule } from '../areas/areas.module.js'
import { AttachmentsModule } from '../attachments/attachments.module.js'
import { AuditModule } from '../audit/audit.module.js'
import { RegistersModule } from '../registers/registers.module.js'
import { LedgerChanges } from './ledger-changes.js'
import { LedgerDeltas } from './ledger-delta.js'
import { LedgerReader } from './ledger-reader.js'
import { RecordFingerprint } from './record-fingerprint.js'
import { RecordIntake } from './record-intake.js'
import { RecordPages } from './record-pages.js'
import { RecordProof } from './record-proof.js'
import { RecordReader } from './record-reader.js'
import { RecordReadsRepository } from './record-reads.repository.js'
import { RecordRemarks } from './record-remarks.js'
import { RecordRemarksRepository } from './record-remarks.repository.js'
import { RecordReview } from './record-review.js'
import { RecordStore } from './record-store.js'
import { RecordWriter } from './record-writer.js'
import { RecordsController } from './records.controller.js'
import { RecordsRepository } from './records.repository.js'
import { RecordsService } from './records.service.js'
import { RegistrationCorrection } from './registration-correction.js'
import { StandingRecords } from './standing-records.js'
import { SubjectRecords } from './subject-records.js'
import { TransferArrival } from './transfer-arrival.js'
import { TransferProposals } from './transfer-proposals.js'
import { TransfersController } from './transfers.controller.js'
import { TransfersRepository } from './transfers.repository.js'
import { TransfersService } from './transfers.service.js'
import { VillageLedgers } from './village-ledgers.js'

/** The ledger: taking records in, reviewing, reading, and handing them to the rules and to phones. */
@Module({
  imports: [AreasModule, RegistersModule, AuditModule, AttachmentsModule],
  controllers: [RecordsController, TransfersController],
  providers: [
    RecordsService,
    RecordIntake,
    RecordStore,
    RecordWriter,
    TransferProposals,
    TransferArrival,
    TransfersService,
    TransfersRepository,
    RecordReview,
    RecordReader,
    RecordRemarks,
    RecordRemarksRepository,
    RecordPages,
    RegistrationCorrection,
    RecordFingerprint,
    RecordProof,
    LedgerChanges,
    LedgerReader,
    LedgerDeltas,
    RecordsRepository,
    RecordReadsRepository,
    StandingRecords,
    SubjectRecords,
    VillageLedgers,
  ],
  exports: [
    RecordsService,
    RecordIntake,
    RecordReader,
    RecordPages,
    RecordReview,
    RecordWriter,
    StandingRecords,
    SubjectRecords,
    LedgerReader,
    LedgerDeltas,
    LedgerChanges,
    VillageLedgers,
  ],
})
export class RecordsModule {}
