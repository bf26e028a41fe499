import { addDays, type ObligationKind, obligationTitle, type PartId, partTitle, type Role } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../platform/auth/actor.js'
import { isAreaCode } from '../../platform/auth/area-scope.js'
import { Clock } from '../../platform/clock.js'
import { FieldCipher } from '../../platform/crypto/field-cipher.js'
import { isDuplicateKey, Transactions } from '../../platform/database/transactions.js'
import { AreaWritePolicy } from '../../platform/demo-areas.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import { AreasService } from '../areas/areas.service.js'
import { RegistersService } from '../registers/registers.service.js'
import { ObligationsService } from '../scoring/obligations.service.js'
import { readablePart, readableScope } from '../scoring/readable-area.js'
import type { OrderRow, OrderStepRow } from './order.entity.js'
import { OrderNews } from './order-news.js'
import { type StepKind, stateAfter } from './order-states.js'
import { isOfOffice, OrderViews } from './order-views.js'
import type { OrderIn, OrderListOut, OrderOut, OrderQuery } from './orders.dto.js'
import { type OrderReader, OrdersRepository } from './orders.repository.js'

const PAGE = 50
/** Later than this nobody is being hurried. */
const LONGEST_DAYS = 366
const PART = /^[SM]\d{1,2}(\.[a-zA-Z]+)?$/

type Step = { id: string; kind: StepKind; text: string; dueOn?: string | undefined }

/** 督办: an office asks a village to mend something by a day; the village answers; the office closes it or sends it back. */
@Injectable()
export class OrdersService {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly obligations: ObligationsService,
    private readonly registers: RegistersService,
    private readonly areas: AreasService,
    private readonly news: OrderNews,
    private readonly views: OrderViews,
    private readonly cipher: FieldCipher,
    private readonly transactions: Transactions,
    private readonly writePolicy: AreaWritePolicy,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError NOT_FOUND for an area that has nothing in common with the actor's */
  async list(actor: Actor, { under, state, cursor }: OrderQuery): Promise<OrderListOut> {
    const tx = this.transactions.read
    const code = under ?? actor.areaCode
    if (code === null) throw notFound()
    const reader = { range: readablePart(actor, code), role: actor.role }
    const asOf = this.clock.today()
    const [dueOn = '', id = ''] = cursor?.split('_') ?? []
    const after = cursor === undefined ? undefined : { dueOn, id }
    const rows = await this.orders.page(tx, reader, { current: state === 'current', after, limit: PAGE + 1 })
    const shown = rows.slice(0, PAGE)
    const last = rows.length > PAGE ? shown.at(-1) : undefined
    return {
      items: await this.views.heads(tx, shown),
      nextCursor: last ? `${last.dueOn}_${last.id}` : null,
      counts: await this.orders.counts(tx, reader, asOf),
      asOf,
    }
  }

  /** @throws DomainError NOT_FOUND, also outside the actor's area and about a person whose file is kept from him */
  async read(actor: Actor, id: string): Promise<OrderOut> {
    const tx = this.transactions.read
    const order = await this.orders.find(tx, readerOf(actor), id)
    if (!order) throw notFound()
    return this.views.of(tx, actor, order)
  }

  /**
   * Sent again unchanged, it answers the same.
   * @throws DomainError NOT_FOUND for a village outside the area, and for a duty that is not owed there or that the actor
   *   may not know of; DEMO_READ_ONLY, ORDER_CONFLICT, INVALID
   */
  async issue(actor: Actor, id: string, input: OrderIn): Promise<{ isNew: boolean; order: OrderOut }> {
    const take = () => this.transactions.run((tx) => this.take(tx, actor, id, input))
    try {
      return await take()
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
    }
    // Somebody stored the same id between our look and our insert, or one that the actor may not see.
    try {
      return await take()
    } catch (error) {
      throw isDuplicateKey(error) ? new DomainError('ORDER_CONFLICT') : error
    }
  }

  private async take(
    tx: EntityManager,
    actor: Actor,
    id: string,
    input: OrderIn,
  ): Promise<{ isNew: boolean; order: OrderOut }> {
    const { areaCode, text, dueOn } = input
    await this.startedVillage(tx, actor, areaCode)
    this.writePolicy.assertWritable(areaCode)
    const known = await this.orders.find(tx, readerOf(actor), id, true)
    if (known) {
      if (!(await this.isSame(tx, actor, known, input))) throw new DomainError('ORDER_CONFLICT')
      return { isNew: false, order: await this.views.of(tx, actor, known) }
    }
    this.assertDue(dueOn)
    const order: OrderRow = {
      id,
      areaCode,
      officeArea: actor.areaCode!,
      officeRole: officeRole(actor.role),
      ...(await this.aboutOf(tx, actor, input)),
      state: 'open',
      dueOn,
      issuedAt: this.clock.now(),
      wrappedKey: this.cipher.createDataKey(id),
    }
    const step = this.stepRow(actor, order, 1, { id, kind: 'issued', text, dueOn })
    await this.orders.insert(tx, order, step)
    await this.news.announce(tx, actor, order, step)
    return { isNew: true, order: await this.views.of(tx, actor, order) }
  }

  /**
   * The village's answer, or the office's decision on it. Sent again unchanged, it answers the same.
   * @throws DomainError NOT_FOUND; FORBIDDEN for an office that did not issue it; ORDER_CONFLICT; ORDER_MOVED_ON when it
   *   stands otherwise by now; INVALID
   */
  step(actor: Actor, id: string, given: Step): Promise<OrderOut> {
    return this.transactions.run(async (tx) => {
      const order = await this.orders.find(tx, readerOf(actor), id, true)
      if (!order) throw notFound()
      this.writePolicy.assertWritable(order.areaCode)
      if (given.kind !== 'answered' && !isOfOffice(actor, order)) throw new DomainError('FORBIDDEN')
      const steps = await this.orders.steps(tx, id)
      const known = steps.find((one) => one.id === given.id)
      if (known) {
        const isSame =
          known.accountId === actor.accountId &&
          known.kind === given.kind &&
          known.dueOn === (given.dueOn ?? null) &&
          this.views.words(order, known) === given.text
        if (!isSame) throw new DomainError('ORDER_CONFLICT')
        return this.views.of(tx, actor, order)
      }
      const state = stateAfter(order.state, given.kind)
      if (!state) throw new DomainError('ORDER_MOVED_ON')
      const dueOn = given.kind === 'returned' ? (given.dueOn ?? '') : order.dueOn
      if (given.kind === 'returned') this.assertDue(dueOn)
      else if (given.dueOn !== undefined) throw refused('dueOn', 'unexpected', '只有退回再办才改期限。')
      const moved = { ...order, state, dueOn }
      const step = this.stepRow(actor, order, steps.length + 1, given)
      await this.orders.move(tx, moved, step)
      await this.news.announce(tx, actor, moved, step)
      return this.views.of(tx, actor, moved)
    })
  }

  private async startedVillage(tx: EntityManager, actor: Actor, areaCode: string): Promise<void> {
    const inScope = isAreaCode(areaCode) && readableScope(actor).contains(areaCode)
    const area = inScope ? await this.areas.find(tx, areaCode) : null
    if (area?.level !== 'village') throw notFound()
    if (area.startOn === null || area.startOn > this.clock.today())
      throw new DomainError('VILLAGE_NOT_STARTED')
  }

  private assertDue(dueOn: string): void {
    const today = this.clock.today()
    if (dueOn < today) throw refused('dueOn', 'pastDate', '期限不能早于今天。')
    if (dueOn > addDays(today, LONGEST_DAYS)) throw refused('dueOn', 'tooLate', '期限最长一年。')
  }

  private async aboutOf(
    tx: EntityManager,
    actor: Actor,
    { areaCode, about }: OrderIn,
  ): Promise<Pick<OrderRow, 'aboutKind' | 'aboutId' | 'part' | 'subjectId' | 'title'>> {
    const { kind: aboutKind, id: aboutId } = about
    if (aboutKind === 'part') {
      const title = PART.test(aboutId) ? partTitle(aboutId as PartId) : undefined
      if (title === undefined) throw notFound()
      return { aboutKind, aboutId, part: aboutId, subjectId: null, title }
    }
    const duty = await this.obligations.find(tx, areaCode, aboutId)
    if (duty?.state !== 'open') throw notFound()
    const { part, subjectId } = duty
    if (!(await this.registers.tellableTo(tx, [subjectId]))(subjectId, actor.role)) throw notFound()
    const title = obligationTitle(
      { ...duty, kind: duty.kind as ObligationKind },
      { asOf: this.clock.today() },
    )
    return { aboutKind, aboutId, part, subjectId, title }
  }

  private async isSame(
    tx: EntityManager,
    actor: Actor,
    order: OrderRow,
    { areaCode, about, text, dueOn }: OrderIn,
  ): Promise<boolean> {
    const [first] = await this.orders.steps(tx, order.id)
    return (
      first?.accountId === actor.accountId &&
      first.dueOn === dueOn &&
      order.areaCode === areaCode &&
      order.aboutKind === about.kind &&
      order.aboutId === about.id &&
      this.views.words(order, first) === text
    )
  }

  private stepRow(actor: Actor, order: OrderRow, number: number, given: Step): OrderStepRow {
    return {
      orderId: order.id,
      id: given.id,
      areaCode: order.areaCode,
      number,
      kind: given.kind,
      words: this.cipher.seal(order.wrappedKey, order.id, `step:${given.id}`, given.text),
      dueOn: given.dueOn ?? null,
      accountId: actor.accountId,
      role: actor.role,
      doneAt: this.clock.now(),
    }
  }
}

const readerOf = (actor: Actor): OrderReader => ({ range: readableScope(actor), role: actor.role })

/** @throws DomainError FORBIDDEN for whoever is no office */
function officeRole(role: Role): OrderRow['officeRole'] {
  if (role === 'town-office' || role === 'county-office') return role
  throw new DomainError('FORBIDDEN')
}

const refused = (path: string, code: string, text: string): DomainError =>
  new DomainError('INVALID', { count: 1 }, [{ path, code, text }])
