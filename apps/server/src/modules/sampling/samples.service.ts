import { randomInt } from 'node:crypto'
import { drawNumbers } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { uuidv7 } from 'uuidv7'
import { Audit } from '../../platform/audit/audit.js'
import type { Actor } from '../../platform/auth/actor.js'
import { AreaScope } from '../../platform/auth/area-scope.js'
import { Clock } from '../../platform/clock.js'
import { newSlipCode } from '../../platform/crypto/slip-code.js'
import { isDuplicateKey, Transactions } from '../../platform/database/transactions.js'
import { AreaWritePolicy } from '../../platform/demo-areas.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import { AreasService } from '../areas/areas.service.js'
import { QuizAttemptsService } from '../quizzes/quiz-attempts.service.js'
import { workScope } from '../registers/file-access.js'
import type { Outcome, SampleDraw, SampleNumber } from './sample-draw.entity.js'
import { SamplesRepository } from './samples.repository.js'
import type { SampleIn, SampleOut, SampleSlips, SampleWithNumbers } from './sampling.dto.js'

/** No 0 O, 1 I L: people read the seed aloud and type it. */
const SEED_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const SEED_LENGTH = 8

/**
 * Random samples of a village's own lists. The server draws, with a seed that it chooses and prints; what was drawn cannot be
 * drawn again, only enlarged, and who does not answer is counted. @see 四(一)3
 */
@Injectable()
export class SamplesService {
  constructor(
    private readonly samples: SamplesRepository,
    private readonly areas: AreasService,
    private readonly attempts: QuizAttemptsService,
    private readonly audit: Audit,
    private readonly writePolicy: AreaWritePolicy,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError NOT_FOUND for a village of others */
  async list(actor: Actor, areaCode: string, year: number): Promise<SampleOut[]> {
    const { read } = this.transactions
    await this.assertVillage(read, actor, areaCode)
    const draws = await this.samples.ofYear(read, AreaScope.of(areaCode), year)
    const shown: SampleOut[] = []
    for (const draw of draws) shown.push(toOut(draw, await this.statesOf(read, draw)))
    return shown
  }

  /** @throws DomainError NOT_FOUND */
  async get(actor: Actor, id: string): Promise<SampleWithNumbers> {
    const { read } = this.transactions
    const draw = await this.samples.find(read, workScope(actor), id)
    if (!draw) throw notFound()
    const numbers = await this.statesOf(read, draw)
    return { ...toOut(draw, numbers), numbers: numbers.map(({ number, state }) => ({ number, state })) }
  }

  /**
   * Draws. Asked again under the same id it is the same draw.
   * @throws DomainError NOT_FOUND, DEMO_READ_ONLY, INVALID, SAMPLE_EXISTS
   */
  async draw(actor: Actor, input: SampleIn): Promise<SampleWithNumbers> {
    const today = this.clock.today()
    if (input.listedOn > today) throw invalid('listedOn', '名单的日期不能晚于今天。')
    if (input.count > input.size) throw invalid('count', '要抽的人数不能比名单上的人多。')
    const { count, ...asked } = input
    try {
      await this.transactions.run(async (tx) => {
        await this.assertVillage(tx, actor, input.areaCode)
        this.writePolicy.assertWritable(input.areaCode)
        if (await this.samples.find(tx, workScope(actor), input.id)) return
        const draw: SampleDraw = {
          ...asked,
          year: Number(today.slice(0, 4)),
          voidNo: 0,
          drawn: count,
          seed: Array.from(
            { length: SEED_LENGTH },
            () => SEED_ALPHABET[randomInt(SEED_ALPHABET.length)],
          ).join(''),
          drawnBy: actor.accountId,
          drawnByRole: actor.role,
          drawnAt: this.clock.now(),
          closedAt: null,
          voidReason: null,
        }
        await this.samples.insert(tx, draw)
        await this.add(tx, draw, 0, count)
        await this.note(tx, actor, draw, 'sample.drawn', { size: draw.size, count, seed: draw.seed })
      })
    } catch (error) {
      throw isDuplicateKey(error) ? new DomainError('SAMPLE_EXISTS') : error
    }
    return this.get(actor, input.id)
  }

  /** Goes on in the same random order. @throws DomainError NOT_FOUND, SAMPLE_CLOSED, SAMPLE_LIST_USED_UP */
  async enlarge(actor: Actor, id: string, count: number): Promise<SampleWithNumbers> {
    await this.change(actor, id, async (tx, draw) => {
      const more = Math.min(count, draw.size - draw.drawn)
      if (more === 0) throw new DomainError('SAMPLE_LIST_USED_UP')
      await this.add(tx, draw, draw.drawn, more)
      await this.samples.setDrawn(tx, draw, draw.drawn + more)
      await this.note(tx, actor, draw, 'sample.enlarged', { count: more })
    })
    return this.get(actor, id)
  }

  /** The slips of those who have not answered, for printing; that they were read is noted. @throws DomainError NOT_FOUND, SAMPLE_CLOSED */
  async slips(actor: Actor, id: string): Promise<SampleSlips> {
    return this.transactions.run(async (tx) => {
      const draw = await this.samples.find(tx, workScope(actor), id)
      if (!draw) throw notFound()
      assertOpen(draw)
      const numbers = await this.statesOf(tx, draw)
      const open = numbers.filter(({ state }) => state !== 'answered')
      await this.note(tx, actor, draw, 'sample.slipsRead', { count: open.length })
      return {
        ...toOut(draw, numbers),
        slips: open.map(({ number, quizCode }) => ({ number, code: quizCode ?? '' })),
      }
    })
  }

  /** Why a number has no answer; `open` takes it back. @throws DomainError NOT_FOUND, SAMPLE_CLOSED, SAMPLE_ANSWERED */
  async setOutcome(actor: Actor, id: string, number: number, state: Outcome): Promise<SampleWithNumbers> {
    await this.change(actor, id, async (tx, draw) => {
      const row = await this.openNumber(tx, draw, number)
      await this.samples.setOutcome(tx, row, state, this.clock.today())
      await this.note(tx, actor, draw, 'sample.outcomeNoted', { number, state })
    })
    return this.get(actor, id)
  }

  /** Ends it: codes are dead, and whose answers they are is forgotten. Twice is no error. @throws DomainError NOT_FOUND */
  async close(actor: Actor, id: string): Promise<SampleWithNumbers> {
    await this.transactions.run(async (tx) => {
      const draw = await this.lock(tx, actor, id)
      if (draw.closedAt) return
      await this.freeze(tx, draw)
      await this.note(tx, actor, draw, 'sample.closed', {})
    })
    return this.get(actor, id)
  }

  /** A sample ends with its year, also where nobody closed it. */
  async closePastYears(): Promise<void> {
    const year = Number(this.clock.today().slice(0, 4))
    for (const { areaCode, id } of await this.samples.leftOpen(this.transactions.read, year))
      await this.transactions.run(async (tx) => {
        const draw = await this.samples.findForUpdate(tx, AreaScope.of(areaCode), id)
        if (draw && !draw.closedAt) await this.freeze(tx, draw)
      })
  }

  /**
   * For a wrong list, before anybody has answered: it stays on file with its reason, and another can be drawn.
   * @throws DomainError NOT_FOUND, SAMPLE_CLOSED, SAMPLE_HAS_ANSWERS
   */
  async void(actor: Actor, id: string, reason: string): Promise<SampleWithNumbers> {
    await this.change(actor, id, async (tx, draw) => {
      const states = await this.statesOf(tx, draw)
      if (states.some(({ state }) => state === 'answered')) throw new DomainError('SAMPLE_HAS_ANSWERS')
      await this.freeze(tx, draw)
      await this.samples.void(tx, draw, reason)
      await this.note(tx, actor, draw, 'sample.voided', {})
    })
    return this.get(actor, id)
  }

  /** A number that may still be asked. @throws DomainError NOT_FOUND, SAMPLE_CLOSED, SAMPLE_ANSWERED */
  async openNumber(
    tx: EntityManager,
    draw: SampleDraw,
    number: number,
  ): Promise<SampleNumber & { holderId: string }> {
    assertOpen(draw)
    const row = await this.samples.findNumber(tx, draw, number)
    if (!row?.holderId) throw notFound()
    if ((await this.attempts.countedOf(tx, [row.holderId], draw.year)).has(row.holderId))
      throw new DomainError('SAMPLE_ANSWERED')
    return { ...row, holderId: row.holderId }
  }

  private async add(tx: EntityManager, draw: SampleDraw, skip: number, count: number): Promise<void> {
    const numbers = drawNumbers({ seed: draw.seed, size: draw.size, skip, count })
    await this.samples.addNumbers(
      tx,
      numbers.map((number, index) => ({
        areaCode: draw.areaCode,
        drawId: draw.id,
        number,
        place: skip + index + 1,
        holderId: uuidv7(),
        quizCode: newSlipCode(),
        state: 'open' as const,
        stateOn: null,
      })),
    )
  }

  /** Every number with what became of it: while the sample is open the answers tell who has answered. */
  private async statesOf(tx: EntityManager, draw: SampleDraw): Promise<SampleNumber[]> {
    const numbers = await this.samples.numbers(tx, draw)
    const holders = numbers.flatMap(({ holderId }) => holderId ?? [])
    const counted = await this.attempts.countedOf(tx, holders, draw.year)
    return numbers.map((row) =>
      row.holderId !== null && counted.has(row.holderId) ? { ...row, state: 'answered' } : row,
    )
  }

  private async freeze(tx: EntityManager, draw: SampleDraw): Promise<void> {
    const answered = (await this.statesOf(tx, draw)).filter(({ state }) => state === 'answered')
    await this.samples.close(
      tx,
      draw,
      answered.flatMap(({ holderId }) => holderId ?? []),
      this.clock.now(),
      this.clock.today(),
    )
  }

  private async change(
    actor: Actor,
    id: string,
    work: (tx: EntityManager, draw: SampleDraw) => Promise<void>,
  ): Promise<void> {
    await this.transactions.run(async (tx) => {
      const draw = await this.lock(tx, actor, id)
      assertOpen(draw)
      await work(tx, draw)
    })
  }

  private async lock(tx: EntityManager, actor: Actor, id: string): Promise<SampleDraw> {
    const draw = await this.samples.findForUpdate(tx, workScope(actor), id)
    if (!draw) throw notFound()
    this.writePolicy.assertWritable(draw.areaCode)
    return draw
  }

  private async assertVillage(tx: EntityManager, actor: Actor, areaCode: string): Promise<void> {
    const area = workScope(actor).contains(areaCode) ? await this.areas.find(tx, areaCode) : null
    if (area?.level !== 'village') throw notFound()
  }

  private note(
    tx: EntityManager,
    actor: Actor,
    draw: SampleDraw,
    action: string,
    details: Record<string, string | number>,
  ): Promise<void> {
    return this.audit.add(tx, {
      actor,
      areaCode: draw.areaCode,
      action,
      objectType: 'sample',
      objectId: draw.id,
      details,
    })
  }
}

function assertOpen({ closedAt, year }: SampleDraw): void {
  if (closedAt) throw new DomainError('SAMPLE_CLOSED', { year })
}

const invalid = (path: string, text: string): DomainError =>
  new DomainError('INVALID', { count: 1 }, [{ path, code: 'invalid', text }])

function toOut(draw: SampleDraw, numbers: readonly SampleNumber[]): SampleOut {
  const counts = { answered: 0, open: 0, refused: 0, unreachable: 0, ineligible: 0 }
  for (const { state } of numbers) counts[state] += 1
  return {
    id: draw.id,
    areaCode: draw.areaCode,
    year: draw.year,
    audience: draw.audience === 'migrant' ? 'migrant' : 'resident',
    listName: draw.listName,
    listedOn: draw.listedOn,
    size: draw.size,
    drawn: draw.drawn,
    seed: draw.seed,
    drawnAt: draw.drawnAt.toISOString(),
    closedAt: draw.closedAt?.toISOString() ?? null,
    voidReason: draw.voidReason,
    counts,
  }
}
