import { Module, type OnModuleInit } from '@nestjs/common'
import { JobRunner } from '../../platform/outbox/job-runner.js'
import { AuditAnchors } from './audit-anchors.js'
import { AuditChainRepository } from './audit-chain.repository.js'
import { AuditMetrics } from './audit-metrics.js'
import { AuditReader } from './audit-reader.js'
import { AuditSealer } from './audit-sealer.js'
import { AuditVerifier } from './audit-verifier.js'

const SEAL_EVERY_MS = 2_000
const ANCHOR_EVERY_MS = 600_000

/** What makes the audit trail provable; entries themselves are written by the platform's `Audit`. */
@Module({
  providers: [AuditReader, AuditSealer, AuditAnchors, AuditVerifier, AuditChainRepository, AuditMetrics],
  exports: [AuditReader, AuditSealer, AuditAnchors, AuditVerifier],
})
export class AuditModule implements OnModuleInit {
  constructor(
    private readonly jobs: JobRunner,
    private readonly sealer: AuditSealer,
    private readonly anchors: AuditAnchors,
  ) {}

  onModuleInit(): void {
    this.jobs.schedule({
      name: 'audit.seal',
      everyMs: SEAL_EVERY_MS,
      leaseMs: SEAL_EVERY_MS,
      run: async () => {
        await this.sealer.run()
      },
    })
    this.jobs.schedule({
      name: 'audit.anchor',
      everyMs: ANCHOR_EVERY_MS,
      leaseMs: ANCHOR_EVERY_MS,
      run: async () => {
        await this.anchors.run()
      },
    })
  }
}
