import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type PledgeLevel, PledgeTemplate, type ReleasedTemplate } from './pledge-template.entity.js'
import { classV1 } from './templates/class.v1.js'
import { townVillageV1 } from './templates/town-village.v1.js'
import { villageGridWorkerV1 } from './templates/village-grid-worker.v1.js'
import { villageHouseholdV1 } from './templates/village-household.v1.js'
import { villageVenueV1 } from './templates/village-venue.v1.js'

/** Wordings released with this version of the program. */
export const RELEASED_TEMPLATES: readonly ReleasedTemplate[] = [
  townVillageV1,
  villageGridWorkerV1,
  villageVenueV1,
  villageHouseholdV1,
  classV1,
]
const OF_PROGRAM = ''

@Injectable()
export class PledgeTemplates {
  /** Puts the released wordings into the table; one that is there stays as it is. */
  async install(tx: EntityManager): Promise<void> {
    for (const one of RELEASED_TEMPLATES)
      await this.insert(tx, { ...one, areaCode: OF_PROGRAM, releasedBy: null, releasedAt: null })
  }

  /** Two that release the same version at once leave the first. @returns whether it is ours */
  async insert(tx: EntityManager, one: PledgeTemplate): Promise<boolean> {
    const { affectedRows }: { affectedRows: number } = await tx.query(
      `INSERT IGNORE INTO pledge_template (area_code, id, version, level, title, body, valid_from, valid_to, released_by, released_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        one.areaCode,
        one.id,
        one.version,
        one.level,
        one.title,
        one.body,
        one.validFrom,
        one.validTo,
        one.releasedBy,
        one.releasedAt,
      ],
    )
    return affectedRows === 1
  }

  /** The newest wording of a level in force on a day: the town's own before the program's. */
  async inForce(
    tx: EntityManager,
    town: string,
    level: PledgeLevel,
    on: string,
  ): Promise<PledgeTemplate | null> {
    const inForce = (await this.ofTown(tx, town)).filter(
      (one) => one.level === level && one.validFrom <= on && (one.validTo === null || one.validTo >= on),
    )
    return inForce.find(({ areaCode }) => areaCode === town) ?? inForce[0] ?? null
  }

  /** A town's own wordings and the program's, the newest version first. */
  ofTown(tx: EntityManager, town: string): Promise<PledgeTemplate[]> {
    return tx
      .createQueryBuilder(PledgeTemplate, 'template')
      .where('template.area_code IN (:...areas)', { areas: [OF_PROGRAM, town] })
      .orderBy('template.level')
      .addOrderBy('template.version', 'DESC')
      .getMany()
  }
}
