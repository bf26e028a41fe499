import { Inject, Injectable } from '@nestjs/common'
import { Audit } from '../../platform/audit/audit.js'
import type { Actor } from '../../platform/auth/actor.js'
import { databaseErrno, isDuplicateKey, Transactions } from '../../platform/database/transactions.js'
import { DomainError } from '../../platform/errors/domain-error.js'
import { toProblem } from '../../platform/errors/problem.filter.js'
import { LOG } from '../../platform/log.token.js'
import type { Log } from '../../platform/logging.js'
import { refused } from './record-content.js'
import { RecordIntake } from './record-intake.js'
import type { StoredRecord } from './record-store.js'
import { type RecordBatchIn, type RecordBatchOut, RecordId, RecordIn } from './records.dto.js'

/** Takes records in: one by one, or a batch in which each stands for itself. */
@Injectable()
export class RecordsService {
  constructor(
    private readonly intake: RecordIntake,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /**
   * @param id made by the sender; sending the same again is harmless
   * @returns 201 when it was stored now, 200 when it was there already
   */
  async submit(actor: Actor, id: string, input: RecordIn): Promise<StoredRecord> {
    try {
      return await this.take(actor, id, input)
    } catch (error) {
      if (error instanceof DomainError && error.code === 'PERSON_ALREADY_REGISTERED')
        await this.noteRefusal(actor, id, input, error)
      throw error
    }
  }

  /** The answer told that somebody of this name is on the register, so it is noted although nothing was stored. */
  private noteRefusal(actor: Actor, id: string, input: RecordIn, { params }: DomainError): Promise<void> {
    return this.transactions.run((tx) =>
      this.audit.add(tx, {
        actor,
        areaCode: input.areaCode,
        action: 'person.duplicate-refused',
        objectType: 'person',
        objectId: input.subjectId,
        details: { recordId: id, code: params.code ?? null, appointmentId: actor.appointmentId },
      }),
    )
  }

  private async take(actor: Actor, id: string, input: RecordIn): Promise<StoredRecord> {
    const take = () => this.transactions.run((tx) => this.intake.take(tx, actor, id, input))
    try {
      return await take()
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
    }
    // Somebody else stored the same id or revision between our look and our insert: now it is there to be seen.
    try {
      return await take()
    } catch (error) {
      throw isDuplicateKey(error) ? new DomainError('RECORD_CONFLICT') : error
    }
  }

  /** Each record in a transaction of its own, in the order given: a person may be registered in the first and visited in the second. */
  async submitBatch(actor: Actor, batch: RecordBatchIn, instance: string): Promise<RecordBatchOut> {
    const results: RecordBatchOut['results'] = []
    for (const item of batch.records) results.push(await this.submitOne(actor, item, instance))
    return { results }
  }

  private async submitOne(
    actor: Actor,
    item: Record<string, unknown>,
    instance: string,
  ): Promise<RecordBatchOut['results'][number]> {
    const { id, ...rest } = item
    const shownId = typeof id === 'string' ? id.slice(0, 36) : ''
    try {
      const { status, record } = await this.submit(actor, readId(id), readInput(rest))
      return { id: shownId, status, record }
    } catch (error) {
      const problem = toProblem(error, instance)
      if (problem.status >= 500) this.log.error(faultOf(error, instance), 'batch item failed')
      return {
        id: shownId,
        status: problem.status,
        problem: {
          ...problem,
          params: problem.params && { ...problem.params },
          errors: problem.errors && [...problem.errors],
        },
      }
    }
  }
}

/** A database error carries its statement and values, so only its name and number are logged. */
const faultOf = (error: unknown, requestId: string) => ({
  requestId,
  error: error instanceof Error ? error.name : 'unknown',
  errno: databaseErrno(error),
})

function readId(id: unknown): string {
  const parsed = RecordId.safeParse(id)
  if (parsed.success) return parsed.data
  throw refused([{ path: 'id', code: 'invalid', text: '记录的编号不对，请重新填一条' }])
}

function readInput(item: Record<string, unknown>): RecordIn {
  const parsed = RecordIn.safeParse(item)
  if (parsed.success) return parsed.data
  throw refused(
    parsed.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      code: 'invalid',
      text: '这一项填得不对，请改一下。',
    })),
  )
}
