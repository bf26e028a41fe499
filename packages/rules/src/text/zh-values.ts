import type { Audience } from '../awareness/awareness-outcome.ts'

/** Words for what stands as an id in the facts. */
export const ZH_VALUES = {
  /** Things named in a sentence by their key. */
  thing: {
    leader: '组长(驻村的镇班子成员)',
    deputy: '副组长(村书记)',
    'group-police': '驻村民警',
    'group-posted-cadre': '驻村同志',
    'group-committee': '“两委”干部',
    'office-of-group': '办事机构',
    dedicated: '专人',
    office: '固定办公场所',
    facilities: '办公设施',
    board: '宣传栏',
  },
  /** Who is asked. */
  audience: {
    resident: '本村群众',
    migrant: '外来务工人员',
    venue: '场所从业人员',
    student: '村里的中小学校',
  } satisfies Record<Audience, string>,
  cycle: { done: '已做', due: '在期内', missed: '没做', notNeeded: '不需要', unknown: '没有记录' },
  presence: { 'at-home': '在家', away: '外出' },
} as const
