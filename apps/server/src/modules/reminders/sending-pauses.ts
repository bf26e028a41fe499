import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { TemplateKey } from '../wechat/templates.js'
import { SendingPause } from './sending-pause.entity.js'

const ALL = 'all'

/** What WeChat's limits ask of everybody: a message that met one speaks for all that wait behind it. */
@Injectable()
export class SendingPauses {
  /** The pause that holds a message of a template back now, the longest first. */
  standing(tx: EntityManager, template: TemplateKey, now: Date): Promise<SendingPause | null> {
    return tx
      .createQueryBuilder(SendingPause, 'p')
      .where('p.name IN (:...names) AND p.until_at > :now', { names: [ALL, template], now })
      .orderBy('p.until_at', 'DESC')
      .getOne()
  }

  /** Never shortens a pause that is there. */
  async begin(
    tx: EntityManager,
    of: TemplateKey | 'everything',
    { untilAt, errcode }: Omit<SendingPause, 'name'>,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO sending_pause (name, until_at, errcode) VALUES (?, ?, ?)
       ON DUPLICATE KEY UPDATE errcode = CASE WHEN until_at < VALUES(until_at) THEN VALUES(errcode) ELSE errcode END,
         until_at = GREATEST(until_at, VALUES(until_at))`,
      [of === 'everything' ? ALL : of, untilAt, errcode],
    )
  }
}
