import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { AreaScope } from '../../platform/auth/area-scope.js'
import type { Role } from '../../platform/auth/roles.js'
import type { FileReader } from '../registers/file-access.js'
import type { PersonTransferRow, TransferState } from './person-transfer.entity.js'

export type Proposal = Omit<PersonTransferRow, 'state' | 'decidedAt'>

export type ListedTransfer = PersonTransferRow & { code: string; head: string }

const TRANSFER = `t.record_id AS recordId, t.subject_id AS subjectId, t.from_area AS fromArea, t.to_area AS toArea,
  t.proposed_on AS proposedOn, t.due_on AS dueOn, t.proposed_by AS proposedBy, t.state, t.decided_at AS decidedAt`
/** As many as a town has at a time, and more. */
const MOST = 200

@Injectable()
export class TransfersRepository {
  async propose(tx: EntityManager, proposal: Proposal): Promise<void> {
    await tx.query(
      `UPDATE person_transfer SET state = 'withdrawn' WHERE subject_id = ? AND state = 'open' AND record_id <> ?`,
      [proposal.subjectId, proposal.recordId],
    )
    await tx.query(
      `INSERT INTO person_transfer (record_id, subject_id, from_area, to_area, proposed_on, due_on, proposed_by, state, decided_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, 'open', NULL)
       ON DUPLICATE KEY UPDATE to_area = VALUES(to_area), proposed_on = VALUES(proposed_on), due_on = VALUES(due_on),
         proposed_by = VALUES(proposed_by), state = 'open', decided_at = NULL`,
      [
        proposal.recordId,
        proposal.subjectId,
        proposal.fromArea,
        proposal.toArea,
        proposal.proposedOn,
        proposal.dueOn,
        proposal.proposedBy,
      ],
    )
  }

  /** The proposal that waits for an area, if any. Ask while the person is locked. */
  async findOpen(
    tx: EntityManager,
    subjectId: string,
    toArea: string,
  ): Promise<PersonTransferRow | undefined> {
    const rows: PersonTransferRow[] = await tx.query(
      `SELECT ${TRANSFER} FROM person_transfer t WHERE t.subject_id = ? AND t.to_area = ? AND t.state = 'open'`,
      [subjectId, toArea],
    )
    return rows[0]
  }

  /** A proposal addressed to an area of the scope. */
  async findAddressed(
    tx: EntityManager,
    scope: AreaScope,
    recordId: string,
  ): Promise<PersonTransferRow | undefined> {
    const rows: PersonTransferRow[] = await tx.query(
      `SELECT ${TRANSFER} FROM person_transfer t WHERE t.record_id = ? AND t.to_area >= ? AND t.to_area < ?`,
      [recordId, scope.from, scope.to],
    )
    return rows[0]
  }

  /** @returns false when it was settled before */
  async settle(
    tx: EntityManager,
    recordId: string,
    state: Exclude<TransferState, 'open'>,
    at: Date | null,
  ): Promise<boolean> {
    const settled: { affectedRows: number } = await tx.query(
      `UPDATE person_transfer SET state = ?, decided_at = ? WHERE record_id = ? AND state = 'open'`,
      [state, at, recordId],
    )
    return settled.affectedRows === 1
  }

  /** Open proposals to or from an area, the longest waiting first. A restricted file is shown to its readers only. */
  list(
    tx: EntityManager,
    direction: 'in' | 'out',
    reader: FileReader,
    scope: AreaScope,
  ): Promise<ListedTransfer[]> {
    const area = direction === 'in' ? 't.to_area' : 't.from_area'
    return tx.query(
      `SELECT ${TRANSFER}, s.code, s.head FROM person_transfer t JOIN subject s ON s.id = t.subject_id
       WHERE t.state = 'open' AND ${area} >= ? AND ${area} < ? AND ${area} >= ? AND ${area} < ?
         AND s.state = 'active' AND (s.readers IS NULL OR s.readers LIKE ?)
       ORDER BY t.due_on, t.record_id LIMIT ${MOST}`,
      [scope.from, scope.to, reader.scope.from, reader.scope.to, readable(reader.role)],
    )
  }
}

const readable = (role: Role): string => `%,${role},%`
