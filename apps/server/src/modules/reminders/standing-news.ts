import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { TextKey, TextParams } from './reminder-texts.js'

/** Values of the sentence as they are now; null: there is nothing to say any more. */
export type Recheck = (tx: EntityManager, areaCode: string, params: TextParams) => Promise<TextParams | null>

/** News of other modules that may be over before their message leaves: the module that told them is asked again. */
@Injectable()
export class StandingNews {
  private readonly rechecks = new Map<TextKey, Recheck>()

  recheck(key: TextKey, recheck: Recheck): void {
    if (this.rechecks.has(key)) throw new Error(`Two rechecks for news ${key}.`)
    this.rechecks.set(key, recheck)
  }

  /** News that nobody rechecks stay as they were told. */
  async now(
    tx: EntityManager,
    { textKey, areaCode, params }: { textKey: TextKey; areaCode: string; params: string },
  ): Promise<TextParams | null> {
    const told: TextParams = JSON.parse(params)
    const recheck = this.rechecks.get(textKey)
    return recheck ? recheck(tx, areaCode, told) : told
  }
}
