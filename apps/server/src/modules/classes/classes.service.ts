import { randomInt } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '../../platform/auth/actor.js'
import { Clock, chinaDate } from '../../platform/clock.js'
import { isDuplicateKey, Transactions } from '../../platform/database/transactions.js'
import { AreaWritePolicy } from '../../platform/demo-areas.js'
import { derivedId } from '../../platform/derived-id.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import { QuizBank } from '../quizzes/quiz-bank.js'
import { SubjectRecords } from '../records/subject-records.js'
import { readerOf } from '../registers/file-access.js'
import type { SubjectFile } from '../registers/subject-file.js'
import { SubjectHeads } from '../registers/subject-heads.js'
import type { ClassSession } from './class-session.entity.js'
import type { ClassBoard, ClassIn, ClassPage } from './classes.dto.js'
import { ClassesRepository, type SchoolScope } from './classes.repository.js'

const PAGE = 20
const MINUTE_MS = 60_000
/** How long a code lets pupils in. */
export const CODE_MINUTES = 45
const EXTENSION_MINUTES = 15
/** Whoever began in time may finish; only then a forgotten class is closed for its teacher. */
const FINISHING_MS = 15 * MINUTE_MS
/** Fewer answers could tell of one pupil. */
const LEAST_SHOWN = 5
/** Of a million codes very few are in use, so the second draw is as good as certain. */
const CODE_DRAWS = 10

/** A teacher's classes: opened with a code, answered without a name, ended into one record of the school. @see 四(一)3 */
@Injectable()
export class ClassesService {
  constructor(
    private readonly classes: ClassesRepository,
    private readonly subjects: SubjectHeads,
    private readonly records: SubjectRecords,
    private readonly bank: QuizBank,
    private readonly writePolicy: AreaWritePolicy,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, cursor: string | undefined): Promise<ClassPage> {
    const { read } = this.transactions
    const school = await this.schoolOf(read, actor)
    const rows = await this.classes.page(read, scopeOf(actor), cursor, PAGE + 1)
    const shown = rows.slice(0, PAGE)
    return {
      school: school.name ?? school.code,
      items: shown.map(toHead),
      nextCursor: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
    }
  }

  /** @throws DomainError NOT_FOUND for a teacher without a school, DEMO_READ_ONLY */
  async open(actor: Actor, input: ClassIn): Promise<ClassBoard> {
    const school = await this.schoolOf(this.transactions.read, actor)
    this.writePolicy.assertWritable(school.areaCode)
    const now = this.clock.now()
    const row: ClassSession = {
      ...input,
      id: uuidv7(),
      areaCode: school.areaCode,
      schoolId: school.id,
      teacherAccountId: actor.accountId,
      openCode: null,
      codeUntil: new Date(now.getTime() + CODE_MINUTES * MINUTE_MS),
      startedAt: now,
      endedAt: null,
      papers: 0,
      answered: 0,
      valid: 0,
      aware: 0,
    }
    for (let draw = 1; ; draw += 1) {
      const opened = { ...row, openCode: String(randomInt(1_000_000)).padStart(6, '0') }
      try {
        await this.transactions.run((tx) => this.classes.insert(tx, opened))
        return this.board(actor, row.id)
      } catch (error) {
        if (!isDuplicateKey(error) || draw === CODE_DRAWS) throw error
      }
    }
  }

  async board(actor: Actor, id: string): Promise<ClassBoard> {
    const { read } = this.transactions
    const row = await this.classes.find(read, scopeOf(actor), id)
    if (!row) throw notFound()
    return this.toBoard(read, row)
  }

  /** Lets pupils in for another quarter of an hour. @throws DomainError NOT_FOUND, CLASS_ENDED */
  async extend(actor: Actor, id: string): Promise<ClassBoard> {
    await this.change(actor, id, async (tx, row) => {
      if (row.endedAt) throw new DomainError('CLASS_ENDED')
      const from = Math.max(row.codeUntil.getTime(), this.clock.now().getTime())
      await this.classes.extend(tx, id, new Date(from + EXTENSION_MINUTES * MINUTE_MS))
    })
    return this.board(actor, id)
  }

  /** Ending a class twice is no error. @throws DomainError NOT_FOUND */
  async end(actor: Actor, id: string): Promise<ClassBoard> {
    await this.change(actor, id, (tx, row) => this.close(tx, row))
    return this.board(actor, id)
  }

  /** Ends the classes that their teachers forgot. */
  async closeForgotten(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - FINISHING_MS)
    for (const id of await this.classes.overdue(this.transactions.read, before, 200))
      await this.transactions.run(async (tx) => {
        const row = await this.classes.lock(tx, id)
        if (row && row.codeUntil < before) await this.close(tx, row)
      })
  }

  private async change(
    actor: Actor,
    id: string,
    work: (tx: EntityManager, row: ClassSession) => Promise<void>,
  ): Promise<void> {
    await this.transactions.run(async (tx) => {
      if (!(await this.classes.find(tx, scopeOf(actor), id))) throw notFound()
      const row = await this.classes.lock(tx, id)
      if (!row) throw notFound()
      this.writePolicy.assertWritable(row.areaCode)
      await work(tx, row)
    })
  }

  /** The class becomes one record of its school; a class in which nobody answered leaves none. */
  private async close(tx: EntityManager, row: ClassSession): Promise<void> {
    if (row.endedAt) return
    await this.classes.end(tx, row.id, this.clock.now())
    if (row.valid === 0) return
    await this.records.derive(tx, {
      id: recordIdOf(row),
      kind: 'class-session',
      areaCode: row.areaCode,
      subjectId: row.schoolId,
      by: { accountId: row.teacherAccountId, role: 'teacher' },
      actor: { system: 'classes' },
      payload: {
        heldOn: chinaDate(row.startedAt),
        pupils: row.pupils,
        valid: row.valid,
        aware: row.aware,
        className: row.className,
        topic: row.topic,
        lessonMinutes: row.lessonMinutes,
      },
    })
  }

  private async toBoard(tx: EntityManager, row: ClassSession): Promise<ClassBoard> {
    const items = row.valid < LEAST_SHOWN ? [] : await this.classes.items(tx, row.id)
    const sources = await this.bank.find(items.map(({ itemId, itemVersion }) => [itemId, itemVersion]))
    return {
      ...toHead(row),
      code: row.openCode,
      codeUntil: row.codeUntil.toISOString(),
      recorded: row.endedAt !== null && row.valid > 0,
      questions: items.flatMap(({ asked, correct }, at) => {
        const stem = sources[at]?.stem
        return stem === undefined ? [] : [{ stem, asked, correct }]
      }),
    }
  }

  private async schoolOf(tx: EntityManager, actor: Actor): Promise<SubjectFile> {
    const school = actor.subjectId && (await this.subjects.findPlace(tx, readerOf(actor), actor.subjectId))
    if (!school) throw notFound()
    return school
  }
}

/** Which record of the ledger a class became. */
export const recordIdOf = ({ id }: Pick<ClassSession, 'id'>): string => derivedId('class-session', id)

/** Nobody's school has the empty id. */
const scopeOf = ({ scope, subjectId }: Actor): SchoolScope => ({ scope, schoolId: subjectId ?? '' })

function toHead(row: ClassSession): ClassPage['items'][number] {
  const isShown = row.endedAt !== null && row.valid >= LEAST_SHOWN
  return {
    id: row.id,
    topic: row.topic,
    className: row.className,
    pupils: row.pupils,
    lessonMinutes: row.lessonMinutes,
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    answered: row.answered,
    valid: isShown ? row.valid : null,
    aware: isShown ? row.aware : null,
  }
}
