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
const RELEASED: readonly PledgeTemplate[] = RELEASED_TEMPLATES.map((one) => ({
  ...one,
  areaCode: OF_PROGRAM,
  releasedBy: null,
  releasedAt: null,
}))

@Injectable()
export class PledgeTemplates {
  /** Puts the released wordings into the table; one that is there stays as it is. */
  async install(tx: EntityManager): Promise<void> {
    for (const one of RELEASED) await this.insert(tx, one)
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

  /** A town's own wordings and the program's, level by level, the newest version first. */
  async ofTown(tx: EntityManager, town: string): Promise<PledgeTemplate[]> {
    const stored = await tx
      .createQueryBuilder(PledgeTemplate, 'template')
      .where('template.area_code IN (:...areas)', { areas: [OF_PROGRAM, town] })
      .getMany()
    const isStored = (one: PledgeTemplate) =>
      stored.some(
        ({ areaCode, id, version }) => areaCode === one.areaCode && id === one.id && version === one.version,
      )
    // What this version of the program brings is there before the first campaign has stored it.
    return [...stored, ...RELEASED.filter((one) => !isStored(one))].sort((a, b) =>
      a.level < b.level ? -1 : a.level > b.level ? 1 : b.version - a.version,
    )
  }
}

/** The newest wording of a level in force on a day: the town's own before the program's. @param all from `ofTown` */
export function wordingInForce(
  all: readonly PledgeTemplate[],
  level: PledgeLevel,
  on: string,
): PledgeTemplate | undefined {
  const inForce = all.filter(
    (one) => one.level === level && one.validFrom <= on && (one.validTo === null || one.validTo >= on),
  )
  return inForce.find(({ areaCode }) => areaCode !== OF_PROGRAM) ?? inForce[0]
}
