import { CLAUSES } from '../notice/clauses.ts'
import type { Clause } from '../scorecard.ts'

const clause = (ref: string, quote: string): Clause => ({ ref, quote })

/** The sentence of the notice each figure belongs to; every quote is a literal part of it. */
export const SHOWN_CLAUSES = {
  newUsers: clause('二(一)', '新增吸毒人员逐年下降'),
  threeYears: clause('二(一)', '戒断巩固率逐步提高'),
  existing: clause('二(二)', '逐步实现辖区内实有吸毒成瘾人员零增长的目标'),
  plaques: clause('二(三)', '“无毒社区”覆盖面逐步扩大'),
  quotas: clause('四(一)2', '破获涉毒案件数、缴获毒品数、查处吸毒人员数均完成上级下达的指标'),
  venueProblems: CLAUSES.venueProblems,
  relapses: clause('四(一)4', '复吸人员绝对数逐年下降'),
  dynamicControl: clause('四(一)5', '对抓获的吸毒人员要及时录入动态管控系统'),
  experience: CLAUSES.experience,
  judgements: clause('六(四)', '对创建工作达标且成绩显著的村（社区）、集体和个人，予以表彰和奖励'),
} as const satisfies Record<string, Clause>
