import { type KindId, kindsEntered, type PlaceKind, type Policies, RECORD_KINDS, type Role } from '@dfv/rules'

/** The tables that can be filled in and uploaded. */
export const SHEET_IDS = [
  'persons',
  'support-groups',
  'key-persons',
  'abstinence-starts',
  'talks',
  'tests',
  'activities',
  'past-evidence',
  'venues',
  'grids',
  'sites',
  'schools',
] as const

export type SheetId = (typeof SHEET_IDS)[number]

export type Sheet = {
  id: SheetId
  /** What people call the table; the file and its sheet are named so. */
  title: string
  /** The records that one row makes, in this order. The second and later ones only where one of their cells is filled. */
  kinds: readonly KindId[]
  /** Whom a row is about: somebody or something it makes known, somebody on the register, or the village. */
  about: 'newPerson' | PlaceKind | 'person' | 'village'
  /**
   * What tells two records of a kind about the same subject apart, beside the subject: a row that agrees in these is
   * the same thing, written anew.
   */
  keys: { readonly [kind in KindId]?: readonly string[] }
  /** There may be several records of one key: a day may hold two talks. */
  several?: true
  /**
   * The field into which the name of the paper goes, for what may have happened before the village kept this ledger.
   * Such rows stand for single talks, tests and activities; paper that backs whole months has its own table.
   */
  sourceInto?: string
  /** Sentences that say more here than on the form, by kind and field. */
  help?: Readonly<Record<string, string>>
}

const PERSON_HELP = {
  'person-registration.registeredOn': '以前的纸质名册上登记的日期；名册上没有的，填今天。',
  'person-status.from': '现在这种情况是从哪天开始的，按决定书、通知书填。',
}

const ALL: readonly Sheet[] = [
  {
    id: 'persons',
    title: '人员名册',
    kinds: ['person-registration', 'person-status'],
    about: 'newPerson',
    keys: { 'person-registration': [], 'person-status': ['from'] },
    help: PERSON_HELP,
  },
  {
    id: 'support-groups',
    title: '帮教小组',
    kinds: ['support-group'],
    about: 'person',
    keys: { 'support-group': ['formedOn'] },
  },
  {
    id: 'key-persons',
    title: '重点人员',
    kinds: ['key-person'],
    about: 'person',
    keys: { 'key-person': ['listedOn', 'category'] },
  },
  {
    id: 'abstinence-starts',
    title: '戒断起始日期',
    kinds: ['abstinence-start'],
    about: 'person',
    keys: { 'abstinence-start': ['confirmedOn'] },
  },
  {
    id: 'talks',
    title: '谈话台账',
    kinds: ['talk'],
    about: 'person',
    keys: { talk: ['occurredOn'] },
    several: true,
    sourceInto: 'note',
  },
  {
    id: 'tests',
    title: '检测台账',
    kinds: ['urine-test'],
    about: 'person',
    keys: { 'urine-test': ['occurredOn'] },
    several: true,
    sourceInto: 'note',
  },
  {
    id: 'activities',
    title: '宣传活动台账',
    kinds: ['publicity-activity'],
    about: 'village',
    keys: { 'publicity-activity': ['occurredOn', 'place'] },
    sourceInto: 'content',
  },
  {
    id: 'past-evidence',
    title: '以前的依据',
    kinds: ['past-evidence'],
    about: 'village',
    keys: { 'past-evidence': ['covers', 'firstMonth', 'lastMonth', 'person'] },
  },
  {
    id: 'venues',
    title: '场所',
    kinds: ['venue', 'staff-roster'],
    about: 'venue',
    // Described anew on another day, corrected on the same.
    keys: { venue: ['registeredOn'], 'staff-roster': ['rosterOn'] },
  },
  {
    id: 'grids',
    title: '网格和网格员',
    kinds: ['grid', 'grid-assignment'],
    about: 'grid',
    keys: { grid: ['registeredOn'], 'grid-assignment': ['from', 'worker'] },
  },
  {
    id: 'sites',
    title: '教育阵地',
    kinds: ['education-site'],
    about: 'site',
    keys: { 'education-site': ['checkedOn'] },
  },
  {
    id: 'schools',
    title: '学校',
    kinds: ['school'],
    about: 'school',
    keys: { school: ['registeredOn'] },
  },
]

export const SHEETS: ReadonlyMap<string, Sheet> = new Map(ALL.map((sheet) => [sheet.id, sheet]))

/** The tables that a role fills in, in an area on a day: those of whose every record kind it may send. */
export function sheetsFor(role: Role, policies: Policies, today: string, areaCode: string): readonly Sheet[] {
  const entered = kindsEntered(policies, today, areaCode)
  return ALL.filter(({ kinds }) =>
    kinds.every((kind) => entered.includes(kind) && RECORD_KINDS[kind].submittedBy.includes(role)),
  )
}
