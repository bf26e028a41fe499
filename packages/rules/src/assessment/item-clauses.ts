import { CLAUSES, clause } from '../notice/clauses.ts'
import type { Clause } from '../scorecard.ts'
import type { ItemId } from './weights.ts'

const known = clause('四(一)3', '禁毒工作深入人心')
const helped = clause('四(一)4', '禁吸戒毒工作更加规范有效')
const tested = clause('四(一)4', '在家尿检率达到 100%、总体尿检率达到 95%以上')
const found = clause('四(一)5', '辖区涉毒人员底数清、情况明，禁毒基础工作更加规范')

/** The sentence of the notice each item rests on; every quote is a literal part of it. */
export const ITEM_CLAUSES: { readonly [id in ItemId]: Clause } = {
  'A1.group': CLAUSES.organised,
  'A1.funds': CLAUSES.organised,
  'A1.meetings': CLAUSES.meetings,
  'A3.activities': known,
  'A3.site': known,
  'A3.residents': CLAUSES.awareness,
  'A3.migrants': CLAUSES.awareness,
  'A3.venues': CLAUSES.awareness,
  'A3.schools': CLAUSES.awareness,
  'A4.support': helped,
  'A4.talks': helped,
  'A4.homeTests': tested,
  'A4.overallTests': tested,
  'A4.relapses': clause('四(一)4', '复吸人员绝对数逐年下降'),
  'A4.threeYears': clause('四(一)4', '年度脱毒人数逐年增加'),
  'A5.keyPersons': found,
  'A5.truthful': clause('四(一)5', '涉毒人员排摸工作深入细致'),
  'measures.venues': clause('三(三)6', '对辖区各类场所底数清、情况明，明确重点部位并有相应的监控措施'),
  'measures.grids': clause('三(二)9', '辖区要严格按照禁毒网格化管理标准进行规划建设'),
  A6: clause('四(一)6', '禁毒工作措施有力，成效显著'),
  A7: clause('四(一)7', '创建工作档案规范完整，禁毒各项工作开展都有台账记载或文字记录'),
}

/** Shown for the town, never scored per village: scoring arrests would reward hiding. */
export const QUOTA_CLAUSE = clause(
  '四(一)2',
  '破获涉毒案件数、缴获毒品数、查处吸毒人员数均完成上级下达的指标',
)
