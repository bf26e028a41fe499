import { Column, Entity, PrimaryColumn } from 'typeorm'
import { areaColumn, codeColumn } from '../../platform/database/columns.js'

/** How often people of a village were asked a question in counted attempts, and knew the answer; a minute behind at most. */
@Entity('awareness_item')
export class AwarenessItem {
  @PrimaryColumn(areaColumn('area_code'))
  areaCode: string

  @PrimaryColumn({ name: 'year', type: 'smallint' })
  year: number

  @PrimaryColumn(codeColumn('audience', 16))
  audience: string

  @PrimaryColumn(codeColumn('item_id', 40))
  itemId: string

  @Column({ name: 'asked', type: 'int' })
  asked: number

  @Column({ name: 'correct', type: 'int' })
  correct: number
}
