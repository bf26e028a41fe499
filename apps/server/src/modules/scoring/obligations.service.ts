import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Role } from '../../platform/auth/roles.js'
import { DomainError } from '../../platform/errors/domain-error.js'
import type { ObligationRow, ObligationState } from './obligation.entity.js'
import {
  type AreaRange,
  type DueCursor,
  type DutyCount,
  type DutyFilter,
  ObligationsRepository,
  type RowCursor,
} from './obligations.repository.js'

/** A duty as reminders and lists need it: who owes what until when, and whether it still stands. */
export type Duty = {
  areaCode: string
  id: string
  kind: string
  subjectId: string
  period: string
  part: string | null
  opensOn: string
  /** Last day in time; of a lapsed window, the day it closed. */
  dueOn: string
  owedBy: Role
  settledBy: string | null
  /** False: after `dueOn` nothing can be done about it. */
  mendableAfterDue: boolean
  state: ObligationState
  /** Day on which the server first knew of it. */
  firstSeenOn: string
  settledAt: Date | null
  changedAt: Date
  params: Record<string, string | number | readonly string[]>
}

export type DutyPage = { items: Duty[]; nextCursor: string | null }

const PAGE = 500

/** The duties of all villages, read from the projection: for lists and for the reminder job. */
@Injectable()
export class ObligationsService {
  constructor(private readonly duties: ObligationsRepository) {}

  /** Duties of an area range that are open on a day, first due first. */
  async openFor(
    tx: EntityManager,
    range: AreaRange,
    date: string,
    filter: { owedBy?: readonly Role[]; limit?: number } = {},
  ): Promise<Duty[]> {
    const rows = await this.duties.open(tx, range, { ...filter, openedBy: date, limit: filter.limit ?? PAGE })
    return rows.map(toDuty)
  }

  /** One page of the same, for long lists. */
  async openPage(
    tx: EntityManager,
    range: AreaRange,
    query: DutyFilter & { cursor?: string | undefined; limit: number },
  ): Promise<DutyPage> {
    const after =
      query.cursor === undefined
        ? undefined
        : readCursor<DueCursor>(query.cursor, ['dueOn', 'areaCode', 'id'])
    const rows = await this.duties.open(tx, range, { ...query, after, limit: query.limit + 1 })
    return page(rows, query.limit, ({ dueOn, areaCode, id }) => ({ dueOn, areaCode, id }))
  }

  /** The same by kind and role. */
  countOpen(
    tx: EntityManager,
    range: AreaRange,
    filter: DutyFilter & { today: string },
  ): Promise<DutyCount[]> {
    return this.duties.counts(tx, range, filter)
  }

  /**
   * Duties that open, or are due, between two days (both included), whatever their state: open, settled or lapsed.
   * Read on until `nextCursor` is null; the order is stable.
   */
  async dueBetween(
    tx: EntityManager,
    window: { by?: 'dueOn' | 'opensOn'; from: string; to: string; afterCursor?: string; limit?: number },
  ): Promise<DutyPage> {
    const limit = window.limit ?? PAGE
    const after =
      window.afterCursor === undefined
        ? undefined
        : readCursor<RowCursor>(window.afterCursor, ['areaCode', 'id'])
    const rows = await this.duties.between(
      tx,
      { by: window.by ?? 'dueOn', from: window.from, to: window.to },
      { after, limit: limit + 1 },
    )
    return page(rows, limit, ({ areaCode, id }) => ({ areaCode, id }))
  }

  /**
   * All duties that stand now: open ones, and windows that closed unmet since a day. A reader that went away for a while
   * misses nothing, because this lists states and not events.
   */
  async feed(
    tx: EntityManager,
    query: { lapsedSince: string; afterCursor?: string; limit?: number },
  ): Promise<DutyPage> {
    const limit = query.limit ?? PAGE
    const after =
      query.afterCursor === undefined
        ? undefined
        : readCursor<RowCursor>(query.afterCursor, ['areaCode', 'id'])
    const rows = await this.duties.unsettled(tx, query.lapsedSince, { after, limit: limit + 1 })
    return page(rows, limit, ({ areaCode, id }) => ({ areaCode, id }))
  }

  /** One duty as it stands now, to ask again just before a message leaves. */
  async find(tx: EntityManager, areaCode: string, id: string): Promise<Duty | null> {
    const row = await this.duties.find(tx, areaCode, id)
    return row && toDuty(row)
  }
}

function page(rows: ObligationRow[], limit: number, keyOf: (row: ObligationRow) => object): DutyPage {
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  return {
    items: items.map(toDuty),
    nextCursor: last ? Buffer.from(JSON.stringify(keyOf(last))).toString('base64url') : null,
  }
}

/** @throws DomainError INVALID for a cursor that nobody here made */
function readCursor<T extends Record<string, string>>(
  cursor: string,
  keys: readonly (keyof T & string)[],
): T {
  try {
    const key = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as Record<string, unknown>
    if (keys.every((name) => typeof key[name] === 'string'))
      return Object.fromEntries(keys.map((name) => [name, key[name]])) as T
  } catch {
    // falls through to the refusal
  }
  throw new DomainError('INVALID', { count: 1 }, [
    { path: 'cursor', code: 'invalid', text: '请从第一页重新看。' },
  ])
}

function toDuty(row: ObligationRow): Duty {
  const { body, owedBy, ...rest } = row
  const { params } = JSON.parse(body) as { params?: Duty['params'] }
  return {
    ...rest,
    mendableAfterDue: Boolean(row.mendableAfterDue),
    owedBy: owedBy as Role,
    params: params ?? {},
  }
}
