import type { AppointedRole } from '../../platform/auth/roles.js'
import { DEMO_TOWN } from '../../platform/demo-areas.js'

/** A town that does not exist, with villages that do not exist: what is invented stands nowhere else. */
export const DEMO_COUNTY = '441581'
export const DEMO_TOWN_NAME = '示范镇'
export const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'] as const
export type Letter = (typeof LETTERS)[number]

export const demoVillageCode = (letter: Letter): string => `${DEMO_TOWN}${201 + LETTERS.indexOf(letter)}`
export const demoVillageName = (letter: Letter): string => `示范村${letter}`

export const DEMO_GRIDS = ['G001', 'G002', 'G003'] as const

/** Who acts in the story. `A.secretary` is the secretary of 示范村A. */
export type CastKey =
  | 'town1'
  | 'town2'
  | 'police'
  | 'leader'
  | 'county'
  | 'assessor'
  | 'assessor2'
  | 'county2'
  | 'admin'
  | `resident${1 | 2 | 3}`
  | 'A.manager'
  | 'A.teacher'
  | `${Letter}.${'secretary' | 'caseWorker' | 'grid1' | 'grid2'}`

export type CastMember = {
  key: CastKey
  /** Made to be seen as invented: every given name says 示 (shown) or 演 (played). */
  name: string
  story: string
  /** `place`: the venue or school of the post, by its name in the story. */
  posts: { role: AppointedRole; areaCode: string; place?: 'venue:0' | 'school' }[]
}

const SURNAMES: Record<Letter, string> = {
  A: '陈',
  B: '林',
  C: '黄',
  D: '郑',
  E: '吴',
  F: '蔡',
  G: '许',
  H: '庄',
}

/** What is going on in each village, for the one who picks an account. */
export const VILLAGE_STORIES: Record<Letter, string> = {
  A: '平常的村：责任状还没签完，一家场所该检查了，本月宣传还差一次',
  B: '十条标准、六项措施都达标的村',
  C: '没有发现吸毒人员的村，各项工作都有台账',
  D: '上一期漏了一次谈话补不回来，新划的网格还没有网格员',
  E: '帮教小组缺民警，没有领导小组，文件和走访核对也缺',
  F: '一次检测阳性还没有结论，一家场所没有监控',
  G: '有等镇里审核的记录，有人联系不上，上季度底线没报',
  H: '刚开通的村，还没有记录',
}

function villageCast(letter: Letter): CastMember[] {
  const village = demoVillageCode(letter)
  const surname = SURNAMES[letter]
  const member = (
    post: 'secretary' | 'caseWorker' | 'grid1' | 'grid2',
    given: string,
    story: string,
    role: AppointedRole,
    areaCode: string,
  ): CastMember => ({
    key: `${letter}.${post}`,
    name: `${surname}示${given}`,
    story,
    posts: [{ role, areaCode }],
  })
  return [
    member(
      'secretary',
      '书',
      `${VILLAGE_STORIES[letter]}。看全村要办的事、评分，确认名册`,
      'village-secretary',
      village,
    ),
    member('caseWorker', '专', `${VILLAGE_STORIES[letter]}。记谈话、检测，看档案`, 'case-worker', village),
    member(
      'grid1',
      '格',
      `${VILLAGE_STORIES[letter]}。第一网格，记谈话和宣传活动`,
      'grid-worker',
      `${village}G001`,
    ),
    member(
      'grid2',
      '巡',
      `${VILLAGE_STORIES[letter]}。第二网格，记谈话和宣传活动`,
      'grid-worker',
      `${village}G002`,
    ),
  ]
}

const AREA_CAST = {
  town1: {
    key: 'town1',
    name: '王示镇',
    story: '看八个示范村对标和逾期，审核记录，开通账号',
    posts: [{ role: 'town-office', areaCode: DEMO_TOWN }],
  },
  town2: {
    key: 'town2',
    name: '刘示办',
    story: '镇禁毒办的另一个人：同事提交的记录由他审',
    posts: [{ role: 'town-office', areaCode: DEMO_TOWN }],
  },
  police: {
    key: 'police',
    name: '张示警',
    story: '记检测和复核结论，审核状态变动',
    posts: [{ role: 'police', areaCode: DEMO_TOWN }],
  },
  leader: {
    key: 'leader',
    name: '何示领',
    story: '驻示范村A和示范村B的镇领导：看进度，可换身份',
    posts: [
      { role: 'posted-leader', areaCode: demoVillageCode('A') },
      { role: 'posted-leader', areaCode: demoVillageCode('B') },
    ],
  },
  county: {
    key: 'county',
    name: '赵示市',
    story: '看全市各村总体情况，只有编号，没有姓名',
    posts: [{ role: 'county-office', areaCode: DEMO_COUNTY }],
  },
} satisfies Partial<Record<CastKey, CastMember>>

const PLACE_CAST = {
  manager: {
    key: 'A.manager',
    name: '梁示店',
    story: '示范旅馆的负责人：看要办的事，报整改，管从业人员名册',
    posts: [{ role: 'venue-manager', areaCode: demoVillageCode('A'), place: 'venue:0' }],
  },
  teacher: {
    key: 'A.teacher',
    name: '许示师',
    story: '示范小学的老师：开课，让全班用课堂码答题',
    posts: [{ role: 'teacher', areaCode: demoVillageCode('A'), place: 'school' }],
  },
} satisfies Record<string, CastMember>

const RESIDENTS: CastMember[] = [
  { key: 'resident1', name: '周演甲', story: '群众：答题，看村里的知晓率', posts: [] },
  { key: 'resident2', name: '吴演乙', story: '群众：还没答过今年的题', posts: [] },
  { key: 'resident3', name: '孙演丙', story: '外来务工人员：答题', posts: [] },
]

const ASSESSOR: CastMember = {
  key: 'assessor',
  name: '郭示考',
  story: '市考核人员：录入正式考核结果、上报和授牌，由另一位确认后生效',
  posts: [{ role: 'county-assessor', areaCode: DEMO_COUNTY }],
}

/** Two people release a policy, and two enter an official result; whoever runs the machines sees no case. */
const OFFICES: CastMember[] = [
  {
    key: 'assessor2',
    name: '温示核',
    story: '市考核的另一个人：同事录入的正式结果由他确认或退回',
    posts: [{ role: 'county-assessor', areaCode: DEMO_COUNTY }],
  },
  {
    key: 'county2',
    name: '钱示发',
    story: '市禁毒办的另一个人：同事起草的规则由他发布',
    posts: [{ role: 'county-office', areaCode: DEMO_COUNTY }],
  },
  {
    key: 'admin',
    name: '宋示维',
    story: '系统管理员：看运行状态，看不到人员和评分',
    posts: [{ role: 'system-admin', areaCode: DEMO_COUNTY }],
  },
]

/** In the order of the account picker: first those with whom the tour begins. */
export const CAST: readonly CastMember[] = (() => {
  const villages = LETTERS.flatMap(villageCast)
  const byKey = (key: CastKey) => villages.find((member) => member.key === key)!
  const first = [
    byKey('A.secretary'),
    byKey('A.caseWorker'),
    AREA_CAST.town1,
    byKey('A.grid1'),
    PLACE_CAST.manager,
    PLACE_CAST.teacher,
    RESIDENTS[0]!,
  ]
  const all = [...first, ...Object.values(AREA_CAST), ...villages, ...RESIDENTS, ASSESSOR, ...OFFICES]
  return [...new Map(all.map((member) => [member.key, member])).values()]
})()
