import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type PledgeLevel, PledgeTemplate } from './pledge-template.entity.js'
import { townVillageV1 } from './templates/town-village.v1.js'
import { villageGridWorkerV1 } from './templates/village-grid-worker.v1.js'

/** Wordings released with this version of the program. */
export const RELEASED_TEMPLATES: readonly PledgeTemplate[] = [townVillageV1, villageGridWorkerV1]

@Injectable()
export class PledgeTemplates {
  /** Puts the released wordings into the table; one that is there stays as it is. */
  async install(tx: EntityManager): Promise<void> {
    for (const one of RELEASED_TEMPLATES) {
      await tx.query(
        `INSERT INTO pledge_template (id, version, level, title, body, valid_from, valid_to)
         VALUES (?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE id = id`,
        [one.id, one.version, one.level, one.title, one.body, one.validFrom, one.validTo],
      )
    }
  }

  /** The newest wording of a level in force on a day. */
  inForce(tx: EntityManager, level: PledgeLevel, on: string): Promise<PledgeTemplate | null> {
    return tx
      .createQueryBuilder(PledgeTemplate, 'template')
      .where('template.level = :level AND template.valid_from <= :on', { level, on })
      .andWhere('(template.valid_to IS NULL OR template.valid_to >= :on)', { on })
      .orderBy('template.version', 'DESC')
      .limit(1)
      .getOne()
  }
}
