import { type KindId, waitsForSecond } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../platform/auth/actor.js'
import { Clock } from '../../platform/clock.js'
import type { RowIssue } from '../../platform/workbook/table-workbook.js'
import type { Area } from '../areas/areas.service.js'
import { mayRevise } from '../records/record-replay.js'
import { type StandingRecord, StandingRecords } from '../records/standing-records.js'
import { readerOf } from '../registers/file-access.js'
import { IdentityService } from '../registers/identity.service.js'
import { PersonDirectory } from '../registers/person-directory.js'
import type { SubjectFile } from '../registers/subject-file.js'
import { SubjectHeads } from '../registers/subject-heads.js'
import { columnsOf } from './columns.js'
import { ImportIds } from './import-ids.js'
import type { ImportPlan, PlannedRecord } from './import-plan.js'
import { NameLookups } from './name-lookup.js'
import { type Match, matchAll, type Wanted } from './plan-matching.js'
import { type RowReading, readRow } from './row-reading.js'
import { answersOf, issuesOf, keyOf, laidOver, requestOf } from './row-records.js'
import { RowSubjects, type SubjectOfRow } from './row-subjects.js'
import type { Sheet } from './sheets.js'
import type { TableRow } from './table-reading.js'

export type ImportTask = { importId: string; sheet: Sheet; area: Area; rows: readonly TableRow[] }

type WantedRecord = Wanted & { reading: RowReading; subject: SubjectOfRow }

const NOT_YOURS = '这一条是别人记的，您不能改。请让村书记或镇禁毒办来改，或把这一行改回原样'

/** Works out what an uploaded table would write, row by row; writes nothing. */
@Injectable()
export class ImportPlanner {
  constructor(
    private readonly directories: PersonDirectory,
    private readonly files: SubjectHeads,
    private readonly identities: IdentityService,
    private readonly standings: StandingRecords,
    private readonly lookups: NameLookups,
    private readonly ids: ImportIds,
    private readonly clock: Clock,
  ) {}

  async plan(tx: EntityManager, actor: Actor, task: ImportTask): Promise<ImportPlan> {
    const { sheet, area, importId } = task
    const columns = columnsOf(sheet)
    const directory = await this.directories.open(tx, readerOf(actor), area.code)
    const names = await this.lookups.open(tx, area.code, directory, sheet.sourceInto !== undefined)
    const known = { persons: directory, places: await this.placesOf(tx, actor, task) }
    const subjects = new RowSubjects(sheet, area.code, known, {
      person: (row) => this.ids.of(importId, row),
      place: (name) => this.ids.of(area.code, sheet.about, name),
    })
    const issues: RowIssue[] = []
    const wanted: WantedRecord[] = []
    for (const row of task.rows) {
      const reading = readRow(row, columns, names)
      issues.push(...reading.issues)
      const subject = subjects.of(reading)
      if ('issue' in subject) {
        // What else is wrong in the row is told in the same round.
        issues.push(subject.issue, ...this.issuesAlone(task, reading))
      } else wanted.push(...this.wantedOf(sheet, reading, subject))
    }
    const matches = matchAll(
      wanted,
      await this.standing(tx, actor, task, subjects.files.existing),
      (one, nth) => this.recordId(task, one as WantedRecord, nth),
      ({ kind, content }) => keyOf(sheet, kind, content),
    )
    const records = wanted.map((one) => this.planned(actor, task, one, matches.get(one), issues))
    return { records, issues: issues.sort((a, b) => a.row - b.row), files: subjects.files }
  }

  /** What a table of venues, grids, sites or schools may name. */
  private async placesOf(
    tx: EntityManager,
    actor: Actor,
    { sheet, area }: ImportTask,
  ): Promise<SubjectFile[]> {
    const { about } = sheet
    if (about === 'village' || about === 'person' || about === 'newPerson') return []
    return this.files.placesOf(tx, readerOf(actor), area.code, about)
  }

  private wantedOf(sheet: Sheet, reading: RowReading, subject: SubjectOfRow): WantedRecord[] {
    return sheet.kinds.flatMap((kind) => {
      const answers = answersOf(sheet, reading, kind)
      if (!answers) return []
      const over: Wanted['over'] = (standing) => laidOver(kind, answers, standing)
      return [
        {
          row: reading.row,
          kind,
          subjectId: subject.id,
          key: keyOf(sheet, kind, answers),
          several: sheet.several === true,
          over,
          reading,
          subject,
        },
      ]
    })
  }

  /** What the ledger holds of these kinds; of the persons in the table also who they are, since a row may say that too. */
  private async standing(
    tx: EntityManager,
    actor: Actor,
    { sheet, area }: ImportTask,
    persons: readonly string[],
  ): Promise<StandingRecord[]> {
    const records = await this.standings.ofVillage(tx, readerOf(actor), area.code, sheet.kinds)
    if (sheet.about !== 'newPerson') return records
    const named = new Set(persons)
    const complete: StandingRecord[] = []
    for (const record of records) {
      const isNamed = record.kind === 'person-registration' && named.has(record.subjectId)
      const identity = isNamed ? await this.identities.open(tx, record.subjectId) : undefined
      complete.push(identity ? { ...record, content: { ...record.content, ...defined(identity) } } : record)
    }
    return complete
  }

  /** A new person's records are made by this upload alone; any other id is the same for whoever uploads the same. */
  private recordId(task: ImportTask, one: WantedRecord, nth: number): string {
    const { importId, area } = task
    return task.sheet.about === 'newPerson' && one.subject.isNew
      ? this.ids.of(importId, one.row, one.kind, nth)
      : this.ids.of(area.code, one.kind, one.subjectId, one.key, nth)
  }

  private planned(
    actor: Actor,
    task: ImportTask,
    one: WantedRecord,
    match: Match | undefined,
    issues: RowIssue[],
  ): PlannedRecord {
    const { row, kind, subjectId } = one
    if (match?.action !== 'new' && match?.action !== 'changed')
      return { row, kind, action: match?.action ?? 'same', waits: false }
    const before = match.action === 'changed' ? match.standing : undefined
    const content = one.over(before?.content)
    issues.push(...issuesOf(task.sheet, one.reading, kind, content, this.contextOf(task, one.subject)))
    if (before && !mayRevise(actor, before)) issues.push({ row, text: NOT_YOURS })
    const id = match.action === 'new' ? match.id : match.standing.id
    const input = requestOf(kind, task.area.code, subjectId, content, before)
    const isReviewer = actor.permissions.has('record.review')
    const waits = waitsForSecond(kind, input.occurredOn, task.area.startOn, isReviewer)
    return { row, kind, action: match.action, waits, send: { id, input } }
  }

  private issuesAlone(task: ImportTask, reading: RowReading): RowIssue[] {
    return task.sheet.kinds.flatMap((kind: KindId) => {
      const answers = answersOf(task.sheet, reading, kind)
      const content = answers && laidOver(kind, answers, undefined)
      return content ? issuesOf(task.sheet, reading, kind, content, this.contextOf(task, undefined)) : []
    })
  }

  /** In a village that has not begun, everything so far is from before. */
  private contextOf({ area }: ImportTask, subject: SubjectOfRow | undefined) {
    const today = this.clock.today()
    return { today, startOn: area.startOn ?? today, subject }
  }
}

const defined = (values: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
