import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Audit } from '../../platform/audit/audit.js'
import type { Actor } from '../../platform/auth/actor.js'
import { AreaScope } from '../../platform/auth/area-scope.js'
import { APPOINTS, type AppointedRole, ROLE_SUBJECTS } from '../../platform/auth/roles.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { AreaWritePolicy } from '../../platform/demo-areas.js'
import { DomainError, type FieldError, notFound } from '../../platform/errors/domain-error.js'
import { AreasService } from '../areas/areas.service.js'
import { SubjectHeads } from '../registers/subject-heads.js'
import { AccountsService } from './accounts.service.js'
import type { Appointment } from './appointment.entity.js'
import type { AppointmentIn, AppointmentItem, AppointmentPage } from './appointments.dto.js'
import { AppointmentsRepository } from './appointments.repository.js'
import { AppointmentsService, suitsLevel } from './appointments.service.js'
import { BindingCodesService } from './binding-codes.service.js'
import { CredentialsService } from './credentials.service.js'
import { SessionService } from './session.service.js'

const PAGE = 50

/** Who holds which role where. */
export type Post = Pick<Appointment, 'id' | 'accountId' | 'role' | 'areaCode' | 'subjectId'>

/** What an office does about the people who work for it. */
@Injectable()
export class AppointmentOfficeService {
  constructor(
    private readonly rows: AppointmentsRepository,
    private readonly appointments: AppointmentsService,
    private readonly accounts: AccountsService,
    private readonly areas: AreasService,
    private readonly subjects: SubjectHeads,
    private readonly credentials: CredentialsService,
    private readonly codes: BindingCodesService,
    private readonly sessions: SessionService,
    private readonly writable: AreaWritePolicy,
    private readonly audit: Audit,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, cursor: string | undefined): Promise<AppointmentPage> {
    const tx = this.transactions.read
    const rows = await this.rows.inScope(tx, actor.scope, appointableBy(actor), cursor, PAGE + 1)
    const items = await this.toItems(tx, rows.slice(0, PAGE))
    return { items, nextCursor: rows.length > PAGE ? (items.at(-1)?.id ?? null) : null }
  }

  /** Prepares an account, or gives a prepared one a further appointment, found by its phone number. */
  async appoint(actor: Actor, input: AppointmentIn): Promise<{ isNew: boolean; item: AppointmentItem }> {
    if (!appointableBy(actor).includes(input.role)) throw new DomainError('FORBIDDEN')
    if (!actor.scope.contains(input.areaCode)) throw notFound()
    this.writable.assertWritable(input.areaCode)
    return this.transactions.run(async (tx) => {
      const issues = [...(await this.issues(tx, input)), ...(await this.subjectIssues(tx, actor, input))]
      if (issues.length > 0) throw new DomainError('INVALID', { count: issues.length }, issues)
      const accountId = await this.accountFor(tx, input)
      const held = (await this.rows.standingOfAccount(tx, accountId, this.clock.today())).find((row) =>
        isSamePost(row, { ...input, subjectId: input.subjectId ?? null }),
      )
      const row =
        held ?? (await this.appointments.appoint(tx, { ...input, accountId, createdBy: actor.accountId }))
      if (!held) await this.record(tx, actor, row, 'appointment.made')
      return { isNew: !held, item: (await this.toItems(tx, [row]))[0]! }
    })
  }

  /** Ends an appointment now; the next request under it is refused. Ending it twice is no error. */
  async end(actor: Actor, id: string): Promise<AppointmentItem> {
    return this.transactions.run(async (tx) => {
      const row = await this.mine(tx, actor, id)
      this.writable.assertWritable(row.areaCode)
      const ending = { toOn: this.clock.today(), endedBy: actor.accountId, endedAt: this.clock.now() }
      if (await this.rows.end(tx, id, ending)) await this.record(tx, actor, row, 'appointment.ended')
      return (await this.toItems(tx, [await this.mine(tx, actor, id)]))[0]!
    })
  }

  /** An appointment this office may give and take. @throws DomainError NOT_FOUND */
  find(tx: EntityManager, actor: Actor, id: string): Promise<Post> {
    return this.mine(tx, actor, id)
  }

  /**
   * Ends an appointment and gives the same post to somebody else from today, in the caller's transaction: the village is
   * never without, and never with two.
   * @throws DomainError NOT_FOUND, APPOINTMENT_ENDED, PHONE_OTHER_NAME
   */
  async handOver(
    tx: EntityManager,
    actor: Actor,
    id: string,
    successor: { name: string; phone?: string },
  ): Promise<{ ended: Post; item: AppointmentItem }> {
    const row = await this.mine(tx, actor, id)
    this.writable.assertWritable(row.areaCode)
    const today = this.clock.today()
    const ending = { toOn: today, endedBy: actor.accountId, endedAt: this.clock.now() }
    if (!(await this.rows.end(tx, id, ending))) throw new DomainError('APPOINTMENT_ENDED')
    await this.record(tx, actor, row, 'appointment.ended')
    const accountId = await this.accountFor(tx, { ...successor, areaCode: row.areaCode })
    const { role, areaCode, subjectId } = row
    const held = (await this.rows.standingOfAccount(tx, accountId, today)).find((one) => isSamePost(one, row))
    const next =
      held ??
      (await this.appointments.appoint(tx, {
        accountId,
        role,
        areaCode,
        ...(subjectId === null ? {} : { subjectId }),
        from: today,
        createdBy: actor.accountId,
      }))
    await this.record(tx, actor, next, 'appointment.handedOver')
    return { ended: row, item: (await this.toItems(tx, [next]))[0]! }
  }

  /**
   * A new code for the holder. Whoever asks for one has no phone bound or has lost it, so what was bound is cut at once.
   * @throws DomainError ACCOUNT_OUT_OF_SCOPE when the code would also open work that is not this office's to give
   */
  async issueBindingCode(actor: Actor, id: string): Promise<{ bindingCode: string; expiresAt: Date }> {
    return this.transactions.run(async (tx) => {
      const row = await this.mine(tx, actor, id)
      this.writable.assertWritable(row.areaCode)
      const opened = await this.rows.standingOfAccount(tx, row.accountId, this.clock.today())
      const allowed = appointableBy(actor)
      if (opened.some((held) => !allowed.includes(held.role) || !actor.scope.contains(held.areaCode)))
        throw new DomainError('ACCOUNT_OUT_OF_SCOPE')
      if (!opened.some((held) => held.id === id)) throw notFound()
      await this.credentials.unbind(tx, row.accountId)
      await this.sessions.revokeAll(tx, row.accountId, 'rebound')
      await this.record(tx, actor, row, 'account.codeIssued')
      return this.codes.issue(tx, row.accountId, actor.accountId)
    })
  }

  /** The first office of a town, from the command line: nobody is there yet who could appoint it. */
  async createTownOffice(input: {
    areaCode: string
    name: string
    phone?: string
  }): Promise<{ bindingCode: string; expiresAt: Date; areaName: string }> {
    this.writable.assertWritable(input.areaCode)
    return this.transactions.run(async (tx) => {
      const area = await this.areas.find(tx, input.areaCode)
      if (area?.level !== 'town') throw new DomainError('NOT_FOUND')
      const accountId = await this.accountFor(tx, input)
      const row = await this.appointments.appoint(tx, {
        accountId,
        role: 'town-office',
        areaCode: input.areaCode,
        from: this.clock.today(),
      })
      await this.record(tx, undefined, row, 'appointment.made')
      return { ...(await this.codes.issue(tx, accountId, null)), areaName: area.name }
    })
  }

  private async mine(tx: EntityManager, actor: Actor, id: string): Promise<Appointment> {
    const row = await this.rows.findInScope(tx, actor.scope, appointableBy(actor), id)
    if (!row) throw notFound()
    return row
  }

  private async issues(tx: EntityManager, input: AppointmentIn): Promise<FieldError[]> {
    const issues: FieldError[] = []
    if (!suitsLevel(input.role, input.areaCode))
      issues.push({ path: 'areaCode', code: 'level', text: '这个身份不在这一级任命，请换一个地方或身份。' })
    else if (!(await this.areas.find(tx, input.areaCode)))
      issues.push({ path: 'areaCode', code: 'unknown', text: '没有这个地方，请重新选择。' })
    if (input.to !== undefined && input.to < input.from)
      issues.push({ path: 'to', code: 'order', text: '结束日期要在开始日期之后。' })
    if (input.to !== undefined && input.to < this.clock.today())
      issues.push({ path: 'to', code: 'past', text: '结束日期已经过了，请改成今天或以后。' })
    return issues
  }

  /** A manager is appointed for one venue of the village, a teacher for one school; nobody else for either. */
  private async subjectIssues(
    tx: EntityManager,
    actor: Actor,
    { role, areaCode, subjectId }: AppointmentIn,
  ): Promise<FieldError[]> {
    const type = ROLE_SUBJECTS[role]
    const issue = (code: string, text: string) => [{ path: 'subjectId', code, text }]
    if (type === undefined)
      return subjectId === undefined ? [] : issue('unknown', '这个身份不用选场所、学校。')
    const what = type === 'venue' ? '哪一家场所' : '哪一所学校'
    if (subjectId === undefined) return issue('required', `请选择是${what}。`)
    const reader = { scope: AreaScope.of(areaCode), role: actor.role, subjectId: null }
    const place = await this.subjects.findPlace(tx, reader, subjectId)
    return place?.type === type ? [] : issue('unknown', `本村没有这个，请重新选择是${what}。`)
  }

  /** @throws DomainError PHONE_OTHER_NAME when the number was prepared for somebody else */
  private async accountFor(
    tx: EntityManager,
    input: { name: string; phone?: string; areaCode: string },
  ): Promise<string> {
    const known = input.phone === undefined ? null : await this.accounts.findByPhone(tx, input.phone)
    if (!known) return this.accounts.create(tx, input)
    if (this.accounts.nameOf(known) !== input.name.trim()) throw new DomainError('PHONE_OTHER_NAME')
    return known.id
  }

  private async toItems(tx: EntityManager, rows: readonly Appointment[]): Promise<AppointmentItem[]> {
    const accountIds = rows.map((row) => row.accountId)
    const names = await this.accounts.displayNames(tx, accountIds)
    const bound = await this.credentials.boundAccounts(tx, accountIds)
    const areas = await this.areas.names(
      tx,
      rows.map((row) => row.areaCode),
    )
    const subjects = await this.subjects.namesOf(
      tx,
      rows.flatMap(({ subjectId }) => subjectId ?? []),
    )
    return rows.map((row) => ({
      id: row.id,
      accountId: row.accountId,
      name: names.get(row.accountId) ?? '',
      role: row.role,
      areaCode: row.areaCode,
      areaName: areas.get(row.areaCode) ?? row.areaCode,
      subjectId: row.subjectId,
      subjectName: row.subjectId === null ? null : (subjects.get(row.subjectId) ?? null),
      from: row.fromOn,
      to: row.toOn,
      endedAt: row.endedAt?.toISOString() ?? null,
      bound: bound.has(row.accountId),
    }))
  }

  private record(
    tx: EntityManager,
    actor: Actor | undefined,
    row: Appointment,
    action: string,
  ): Promise<void> {
    return this.audit.add(tx, {
      actor: actor ?? { system: 'admin' },
      areaCode: row.areaCode,
      action,
      objectType: 'appointment',
      objectId: row.id,
      details: { role: row.role, accountId: row.accountId },
    })
  }
}

const isSamePost = (
  one: Pick<Post, 'role' | 'areaCode' | 'subjectId'>,
  other: Pick<Post, 'role' | 'areaCode' | 'subjectId'>,
): boolean => one.role === other.role && one.areaCode === other.areaCode && one.subjectId === other.subjectId

function appointableBy(actor: Actor): readonly AppointedRole[] {
  return APPOINTS[actor.role] ?? []
}
