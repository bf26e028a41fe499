import { assess, type LedgerRecord, missingText } from '@dfv/rules'
import type { Block } from '../document/document.js'
import { dayWords, type FoldedVillage } from '../form-context.js'
import { BLANK, DRAFT_NOTE, draftForm } from './drafts.js'
import { LedgerFacts, sum, tally, words } from './ledger-facts.js'

const MOST_GAPS = 6

/** 《创建无毒村（社区）、无毒单位基本情况简介》, drafted from the ledger. @see 三(三)3 */
export const villageProfile = draftForm(
  {
    id: 'village-profile',
    title: '创建无毒村（社区）、无毒单位基本情况简介',
    shortTitle: '基本情况简介',
    about: '按台账起草的文稿，补填后归档',
    isWide: false,
  },
  async ({ sources, to }, village, year) => {
    const folded = await sources.folded(village)
    const facts = new LedgerFacts(folded.ledger.records)
    return {
      subtitle: `${village.name}　　${year}年度　　数据截至${dayWords(to)}`,
      blocks: [
        { kind: 'note', text: DRAFT_NOTE },
        ...section('一、基本情况', [outline(village.name, facts)]),
        ...section('二、组织领导', [leadership(facts, year), office(facts)]),
        ...section('三、人员底数和帮教（内部掌握，不对外公布）', [persons(folded, facts, year)]),
        ...section('四、宣传教育', [publicity(facts, year), sites(facts)]),
        ...section('五、场所和网格', [venues(facts), grids(facts, year)]),
        ...section('六、存在的不足和下一步打算', [gaps(folded, to), `下一步，${BLANK}${BLANK}${BLANK}。`]),
        {
          kind: 'signatures',
          lines: [
            `　　　　　　　　　　　　　${village.name}（盖章）`,
            '　　　　　　　　　　　　　______年____月____日',
          ],
        },
      ],
    }
  },
)

const section = (title: string, paragraphs: readonly string[]): Block[] => [
  { kind: 'heading', text: title },
  ...paragraphs.filter((text) => text !== '').map((text): Block => ({ kind: 'text', text })),
]

function outline(name: string, facts: LedgerFacts): string {
  const sweep = facts
    .of('sweep')
    .filter(({ payload }) => payload.scope === 'whole-village')
    .at(-1)
  const households = sweep
    ? `${Number(sweep.payload.households)}户（${dayWords(sweep.occurredOn)}走访核对）`
    : `${BLANK}户`
  return `${name}位于${BLANK}，面积${BLANK}平方公里，下设${BLANK}个村（居）民小组，共有${households}，户籍人口${BLANK}人，常住人口${BLANK}人，其中外来务工人员${BLANK}人。村（社区）“两委”干部${BLANK}人，驻村民警${BLANK}人。`
}

function leadership(facts: LedgerFacts, year: number): string {
  const group = facts.last('leading-group')
  const meetings = facts.ofYear('meeting', year).length
  const formed =
    group && group.payload.closedOn === undefined
      ? `${dayWords(group.occurredOn)}成立创建无毒村（社区）工作领导小组，组长为${words(group, 'leader')}，副组长${
          group.payload.deputy === 'secretary' ? '由村书记担任' : BLANK
        }，成员包括${words(group, 'members')}${group.payload.office === 'yes' ? '，设立办事机构' : ''}${
          group.payload.dedicated === 'yes' ? '，有专人负责日常创建工作' : ''
        }。`
      : `${BLANK}年${BLANK}月成立创建无毒村（社区）工作领导小组，组长${BLANK}，副组长${BLANK}，成员${BLANK}。`
  const yuan = sum(
    facts.of('funds').filter(({ payload }) => payload.year === year),
    'yuan',
  )
  const held = meetings > 0 ? `今年召开禁毒工作会${meetings}次。` : `今年召开禁毒工作会${BLANK}次。`
  return `${formed}${held}${yuan > 0 ? `落实工作经费${yuan}元。` : ''}`
}

function office(facts: LedgerFacts): string {
  const check = facts.last('village-office')
  return check
    ? `现有${words(check, 'items')}（${dayWords(check.occurredOn)}核对）。`
    : `固定办公场所设在${BLANK}，有办公设施和宣传栏。`
}

function persons({ fold }: FoldedVillage, facts: LedgerFacts, year: number): string {
  const existing = fold.persons.filter(({ isExisting }) => isExisting === true).length
  const unknown = fold.persons.filter(({ isExisting }) => isExisting === null).length
  const supported = fold.persons.filter(({ isUnderSupport }) => isUnderSupport)
  const grouped = supported.filter(({ group }) => group !== null).length
  const threeYears = fold.persons.filter(({ isThreeYears }) => isThreeYears).length
  const groups = supported.length > 0 ? `建立帮教小组${grouped}个。` : ''
  return `累计登记在册${fold.persons.length}人，现有${existing}人${unknown > 0 ? `（另有${unknown}人待核）` : ''}，其中戒断三年以上${threeYears}人，帮教对象${supported.length}人。${groups}今年开展帮教谈话${
    facts.ofYear('talk', year).length
  }次、检测${facts.ofYear('urine-test', year).length}次。`
}

function publicity(facts: LedgerFacts, year: number): string {
  const held = facts.ofYear('publicity-activity', year)
  if (held.length === 0) return `今年开展毒品预防集中宣传教育活动${BLANK}次。`
  return `今年开展毒品预防集中宣传教育活动${held.length}次，参加${sum(held, 'attendance')}人次，其中${tally(held, 'form', '次')}。`
}

function sites(facts: LedgerFacts): string {
  const used = facts.standing('education-site').filter(({ payload }) => payload.inUse === 'yes')
  return used.length > 0
    ? `建成禁毒教育阵地${used.length}处：${used.map(named('siteType')).join('、')}。`
    : `建有禁毒教育阵地${BLANK}处。`
}

function venues(facts: LedgerFacts): string {
  const open = facts.standing('venue')
  const survey = facts.last('venue-survey')
  if (open.length === 0 && survey?.payload.venues === 0)
    return `${dayWords(survey.occurredOn)}清点，辖区没有列管场所。`
  if (open.length === 0) return `辖区有各类场所${BLANK}家。`
  const monitored = open.filter(({ payload }) => payload.monitored === 'yes').length
  return `辖区有各类场所${open.length}家，其中${tally(open, 'venueType', '家')}；有监控措施的${monitored}家。`
}

function grids(facts: LedgerFacts, year: number): string {
  const open = facts.standing('grid')
  if (open.length === 0) return `划分禁毒网格${BLANK}个，配备网格员${BLANK}人。`
  const workers = new Set(
    facts
      .of('grid-assignment')
      .filter(({ payload }) => payload.until === undefined)
      .flatMap(({ payload }) => payload.worker as string[]),
  )
  return `划分禁毒网格${open.length}个，配备网格员${workers.size}人，今年巡查${
    facts.ofYear('patrol', year).length
  }次、清理清查${facts.ofYear('clean-up', year).length}次。`
}

const named =
  (field: string) =>
  (record: LedgerRecord): string =>
    `${String(record.payload.name ?? '')}（${words(record, field)}）`

/** By the notice's own standards; no person is named or hinted at in a paper that is passed around. */
function gaps({ ledger, policies }: FoldedVillage, asOf: string): string {
  const { parts } = assess(ledger, { asOf, policies })
  const sentences = parts
    .filter(({ state }) => state === 'notMet' || state === 'undetermined')
    .flatMap(({ missing }) => missing.filter(({ subjectId }) => subjectId === undefined))
    .map((missing) => missingText(missing, { asOf }).replace(/。$/, ''))
  const told = [...new Set(sentences)].slice(0, MOST_GAPS)
  return told.length > 0
    ? `对照标准，目前主要不足：${told.join('；')}。`
    : '对照标准，台账里暂未发现明显不足，请结合实际补充。'
}
