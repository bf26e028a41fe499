import { addDays, type IsoDate } from '@dfv/rules'
import type { OrdersService } from '../../modules/orders/orders.service.js'
import { type CastKey, demoVillageCode, type Letter } from '../seed-data/demo-town.js'
import { castActor } from './actors.js'
import { chinaInstant, seedId } from './seed-ids.js'
import type { StoryClock } from './story-clock.js'

const NINE_O_CLOCK = 540

type Told = {
  letter: Letter
  by: CastKey
  part: string
  /** Days ago on which it was issued, and from today on to the day by which an answer is asked for. */
  ago: number
  due: number
  text: string
  answer?: { ago: number; text: string }
  close?: { ago: number; text: string }
}

/** One that is late, one that was answered and waits for the office, one of the county's, and one that is closed. */
const STORY: readonly Told[] = [
  {
    letter: 'D',
    by: 'town1',
    part: 'S7',
    ago: 12,
    due: -2,
    text: '请把每月宣传活动补齐，做完一场记一场。',
  },
  {
    letter: 'E',
    by: 'town1',
    part: 'S9.work',
    ago: 9,
    due: 5,
    text: '请查一查各网格的巡查有没有漏记。',
    answer: { ago: 3, text: '两个网格都查过，漏记的一次已经补上。' },
  },
  {
    letter: 'F',
    by: 'county',
    part: 'M1',
    ago: 4,
    due: 10,
    text: '请说明今年工作方案的进度。',
  },
  {
    letter: 'B',
    by: 'town1',
    part: 'S8',
    ago: 40,
    due: -20,
    text: '请把教育阵地的照片换成今年的。',
    answer: { ago: 30, text: '已经换了，见阵地的新记录。' },
    close: { ago: 28, text: '看过了，办结。' },
  },
]

/** What the offices asked of the villages and heard from them. @returns how many orders */
export async function seedOrders(orders: OrdersService, clock: StoryClock, today: IsoDate): Promise<number> {
  for (const { letter, by, part, ago, due, text, answer, close } of STORY) {
    const areaCode = demoVillageCode(letter)
    const at = (days: number) => chinaInstant(addDays(today, -days), NINE_O_CLOCK)
    const id = seedId(at(ago), `order:${letter}:${part}`)
    await clock.at(at(ago), () =>
      orders.issue(castActor(by, at(ago)), id, {
        areaCode,
        about: { kind: 'part', id: part },
        text,
        dueOn: addDays(today, due),
      }),
    )
    if (answer)
      await clock.at(at(answer.ago), () =>
        orders.step(castActor(`${letter}.secretary`, at(answer.ago)), id, {
          id: seedId(at(answer.ago), `answer:${letter}:${part}`),
          kind: 'answered',
          text: answer.text,
        }),
      )
    if (close)
      await clock.at(at(close.ago), () =>
        orders.step(castActor(by, at(close.ago)), id, {
          id: seedId(at(close.ago), `close:${letter}:${part}`),
          kind: 'closed',
          text: close.text,
        }),
      )
  }
  return STORY.length
}
