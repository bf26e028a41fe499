import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { DictionaryConfirmation } from './dictionary-confirmation.entity.js'
import { PolicyDraft } from './policy-draft.entity.js'

/** What the policies in force are made of. */
export type ReleasedRow = Pick<PolicyDraft, 'countyCode' | 'state' | 'effectiveOn' | 'body'>

@Injectable()
export class PoliciesRepository {
  /** Everything ever released, withdrawn ones too, in the order of release. */
  released(tx: EntityManager): Promise<ReleasedRow[]> {
    return tx.query(
      `SELECT county_code AS countyCode, state, effective_on AS effectiveOn, body FROM policy_draft
       WHERE released_at IS NOT NULL ORDER BY released_at, id`,
    )
  }

  ofCounty(tx: EntityManager, countyCode: string): Promise<PolicyDraft[]> {
    return tx.find(PolicyDraft, { where: { countyCode }, order: { savedAt: 'DESC', id: 'DESC' } })
  }

  find(tx: EntityManager, id: string): Promise<PolicyDraft | null> {
    return tx.findOneBy(PolicyDraft, { id })
  }

  /** Drafts of a county are settled one after the other. */
  async lockCounty(tx: EntityManager, countyCode: string): Promise<void> {
    await tx.query('SELECT code FROM area WHERE code = ? FOR UPDATE', [countyCode])
  }

  async save(tx: EntityManager, draft: PolicyDraft): Promise<void> {
    await tx.upsert(PolicyDraft, draft, ['id'])
  }

  /** @returns false when another step came first */
  async saveTrial(
    tx: EntityManager,
    id: string,
    version: number,
    before: string,
    trial: string,
  ): Promise<boolean> {
    const result: { affectedRows: number } = await tx.query(
      `UPDATE policy_draft SET trial = ? WHERE id = ? AND version = ? AND state = 'draft' AND trial = ?`,
      [trial, id, version, before],
    )
    return result.affectedRows === 1
  }

  confirmations(tx: EntityManager, countyCode: string): Promise<DictionaryConfirmation[]> {
    return tx.find(DictionaryConfirmation, {
      where: { countyCode },
      order: { confirmedAt: 'DESC', id: 'DESC' },
    })
  }

  confirmation(tx: EntityManager, id: string): Promise<DictionaryConfirmation | null> {
    return tx.findOneBy(DictionaryConfirmation, { id })
  }

  async confirm(tx: EntityManager, confirmation: DictionaryConfirmation): Promise<void> {
    await tx.insert(DictionaryConfirmation, confirmation)
  }
}
