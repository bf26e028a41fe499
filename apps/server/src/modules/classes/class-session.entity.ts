import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import {
  areaColumn,
  codeColumn,
  idColumn,
  instantColumn,
  textColumn,
} from '../../platform/database/columns.js'

/** A class that answers the quiz together, in sums: no pupil stands here. */
@Entity('class_session')
@Index('uq_class_code', ['openCode'], { unique: true })
@Index('ix_class_school', ['areaCode', 'schoolId', 'id'])
export class ClassSession {
  @PrimaryColumn(idColumn('id'))
  id: string

  /** The village in which the school stands. */
  @Column(areaColumn('area_code'))
  areaCode: string

  @Column(idColumn('school_id'))
  schoolId: string

  @Column(idColumn('teacher_account_id'))
  teacherAccountId: string

  /** 五年级2班 */
  @Column(textColumn('class_name', 20))
  className: string

  @Column(textColumn('topic', 40))
  topic: string

  /** Pupils who are present. */
  @Column({ name: 'pupils', type: 'int' })
  pupils: number

  @Column({ name: 'lesson_minutes', type: 'int' })
  lessonMinutes: number

  /** Six digits, unique among open classes; NULL once the class has ended. */
  @Column(codeColumn('open_code', 6, { nullable: true }))
  openCode: string | null

  @Column(instantColumn('code_until'))
  codeUntil: Date

  @Column(instantColumn('started_at'))
  startedAt: Date

  @Column(instantColumn('ended_at', { nullable: true }))
  endedAt: Date | null

  /** Papers handed out. */
  @Column({ name: 'papers', type: 'int' })
  papers: number

  /** Papers handed in, the invalid ones too. */
  @Column({ name: 'answered', type: 'int' })
  answered: number

  @Column({ name: 'valid', type: 'int' })
  valid: number

  @Column({ name: 'aware', type: 'int' })
  aware: number
}

/** A paper that was handed in, so that it counts once. Gone when the class ends. */
@Entity('class_paper')
export class ClassPaper {
  @PrimaryColumn(idColumn('class_id'))
  classId: string

  @PrimaryColumn(idColumn('paper_id'))
  paperId: string
}

/** How often a class was asked a question, and knew the answer. */
@Entity('class_item')
export class ClassItem {
  @PrimaryColumn(idColumn('class_id'))
  classId: string

  @PrimaryColumn(codeColumn('item_id', 40))
  itemId: string

  @PrimaryColumn({ name: 'item_version', type: 'int' })
  itemVersion: number

  @Column({ name: 'asked', type: 'int' })
  asked: number

  @Column({ name: 'correct', type: 'int' })
  correct: number
}
