import { Injectable, type OnModuleInit } from '@nestjs/common'
import { type AreaScope, countyCode } from '../../platform/auth/area-scope.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { JobRunner, type OutboxJob } from '../../platform/outbox/job-runner.js'
import { TimeStamps } from '../../platform/time-stamp/time-stamps.js'
import { NotificationsService } from '../reminders/notifications.service.js'
import { PledgeSealer, SEAL_EVENT } from './pledge-sealer.js'
import { PledgeSignaturesRepository } from './pledge-signatures.repository.js'
import type { StuckPledges } from './pledges.dto.js'
import { PledgesRepository } from './pledges.repository.js'

const SWEEP_MS = 60_000
/** A batch of slow answers fits into it. */
const STAMP_LEASE_MS = 600_000
const STAMP_BATCH = 50
/** A signer who saw the seal on his receipt is not told again. */
const LATE_MS = 10_000

/** Seals what was not sealed within the request, and tells the signers of those. */
@Injectable()
export class PledgeSealJobs implements OnModuleInit {
  constructor(
    private readonly sealer: PledgeSealer,
    private readonly signatures: PledgeSignaturesRepository,
    private readonly pledges: PledgesRepository,
    private readonly stamps: TimeStamps,
    private readonly clock: Clock,
    private readonly notifications: NotificationsService,
    private readonly transactions: Transactions,
    private readonly jobs: JobRunner,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(SEAL_EVENT, (job) => this.seal(job))
    this.jobs.schedule({
      name: 'pledge-seal-sweep',
      everyMs: SWEEP_MS,
      leaseMs: SWEEP_MS,
      run: () => this.sealer.sweep(),
    })
    if (this.stamps.isOn)
      this.jobs.schedule({
        name: 'pledge-time-stamps',
        everyMs: SWEEP_MS,
        leaseMs: STAMP_LEASE_MS,
        run: () => this.stampDue(),
      })
  }

  /** Fetches the time stamps that are due. An authority that does not answer is asked again by the next run. */
  async stampDue(): Promise<void> {
    for (;;) {
      const due = await this.signatures.dueForStamp(this.transactions.read, STAMP_BATCH)
      if (due.length === 0) return
      for (const seal of due) {
        const token = await this.stamps.stamp(seal.linkHash)
        await this.transactions.run((tx) => this.signatures.putStamp(tx, seal, token))
      }
    }
  }

  /** Signed and not sealed for longer than a sweep takes: something keeps it from being sealed. */
  async stuck(scope: AreaScope): Promise<StuckPledges> {
    const before = new Date(this.clock.now().getTime() - SWEEP_MS)
    const rows = await this.pledges.stuck(this.transactions.read, scope, before)
    return {
      items: rows.map(({ id, level, title, areaCode, signedAt }) => ({
        id,
        level,
        title,
        areaCode,
        signedAt: signedAt.toISOString(),
      })),
    }
  }

  private async seal(job: OutboxJob): Promise<void> {
    await this.sealer.sealCounty(countyCode(job.areaCode))
    const pledgeId = String(job.payload.pledgeId)
    const tx = this.transactions.read
    const signature = await this.signatures.ofPledge(tx, pledgeId)
    const seal = await this.signatures.sealOfPledge(tx, pledgeId)
    const { signerAccountId } = job.payload
    if (
      typeof signerAccountId !== 'string' ||
      !signature ||
      !seal ||
      seal.sealedAt.getTime() - signature.signedAt.getTime() < LATE_MS
    )
      return
    await this.transactions.run((inner) =>
      this.notifications.tell(inner, {
        accountId: signerAccountId,
        areaCode: job.areaCode,
        dedupeKey: `pledge.sealed:${pledgeId}`,
        key: 'pledge.sealed',
        target: `pledge/${pledgeId}`,
        message: false,
      }),
    )
  }
}
