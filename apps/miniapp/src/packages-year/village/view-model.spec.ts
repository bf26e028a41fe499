import type { VillageYear, YearItem } from '@/shared/api'
import {
  baselessClaims,
  claimedTotal,
  headLines,
  itemAt,
  itemNote,
  lacksBasis,
  noteKey,
  pointsLine,
  stageRows,
  standingChanges,
  withClaim,
} from './view-model'

const item = (id: string, over: Partial<YearItem> = {}): YearItem => ({
  id,
  title: id,
  clause: { ref: '四(一)1', quote: '' },
  weight: 400,
  points: 400,
  state: 'met',
  how: '',
  sum: '',
  records: [],
  claim: null,
  change: null,
  ...over,
})
const view = (over: Partial<VillageYear> = {}): VillageYear =>
  ({
    state: 'open',
    cycle: { asOf: '2026-12-31', submitBy: '2027-01-10' },
    standards: [{ state: 'met' }, { state: 'notMet' }],
    items: [
      item('A1.group'),
      item('A1.funds', { claim: { item: 'A1.funds', points: null, note: '有凭证', papers: [] } }),
    ],
    rounds: [],
    freezes: [],
    result: null,
    publicity: null,
    can: ['claim'],
    othersOnly: [],
    resultWaits: false,
    ...over,
  }) as VillageYear

test('走到哪一步，只有一步是当前', () => {
  expect(
    stageRows(view({ state: 'returned' })).map(({ label, isCurrent }) => (isCurrent ? `[${label}]` : label)),
  ).toEqual(['[村自评]', '镇审核', '市考评', '公示', '归档'])
})

test('一项一行：系统的分、自评的分、纸质材料、镇里改的', () => {
  const own = {
    item: 'A1.group',
    points: 350,
    note: '',
    papers: [{ title: '文件', number: '', keptAt: '村委会', photos: ['p1', 'p2'] }],
  }
  const change = { item: 'A1.group', points: 300, reason: '缺一名成员' }
  expect(itemNote(item('A1.group', { claim: own }), [change])).toBe(
    '4 / 4 分 · 自评 3.5 分 · 纸质材料 1 份 · 照片 2 张 · 镇里改为 3 分',
  )
  expect(itemNote(item('A3.activities', { state: 'notYet' }), [])).toBe('还没到期')
})

test('更正从镇里已经改的开始；再冻结一次就重新记', () => {
  const change = { item: 'A1.group', points: 300, reason: '缺一名成员' }
  const frozen = view({
    state: 'frozen',
    items: [item('A1.group', { change }), item('A1.funds')],
    freezes: [{ version: 1 }] as VillageYear['freezes'],
  })
  expect(standingChanges(frozen)).toEqual([change])
  const again = { ...frozen, freezes: [{ version: 1 }, { version: 2 }] as VillageYear['freezes'] }
  expect(noteKey(again)).not.toBe(noteKey(frozen))
})

test('没到截至日，先告诉村里什么时候可以提交；退回的先说原因', () => {
  expect(headLines(view(), '2026-11-23')).toContain('12月31日 起可以提交，现在可以先写、先补。')
  const back = view({
    state: 'returned',
    rounds: [{ round: 1, claimedPoints: 0, outcome: 'returned', reason: '请补照片' }],
    can: ['claim', 'submit'],
  })
  expect(headLines(back, '2026-11-23')).toContain('镇里退回：请补照片')
})

test('截至日、自评期限都写明；过了截至日不再说补了会变', () => {
  const days = '考核截至 12月31日，自评到 2027年1月10日 为止'
  expect(headLines(view(), '2026-12-31')).toEqual(
    expect.arrayContaining([days, '按现在的台账算的，补了记录会变。']),
  )
  const after = headLines(view(), '2027-01-02').join()
  expect(after).toContain('截至日以后的工作不算进来')
  expect(after).not.toContain('补了记录会变')
})

test('不适用的一条不算没达标', () => {
  const standards = ['met', 'met', 'notApplicable'].map((state) => ({ state })) as VillageYear['standards']
  expect(headLines(view({ standards }), '2026-11-23')).toContain('十条标准：达标 2 条，1 条不适用')
  expect(headLines(view(), '2026-11-23')).toContain('十条标准：达标 1 条，未达标 1 条')
})

test('村里自评共几分：写的时候是现在写的，交了以后是交的那一次', () => {
  const bare = view({ items: [item('A1.group')] })
  expect(claimedTotal(bare)).toBeNull()
  const claim = { item: 'A1.group' as const, points: 300, note: '见文件', papers: [] }
  const own = view({ items: [item('A1.group', { claim }), item('A1.funds')] })
  expect(claimedTotal(own)).toBe(700)
  expect(headLines(own, '2026-11-23')).toContain('村里自评共 7 分')
  const rounds = [{ round: 1, claimedPoints: 650 }] as VillageYear['rounds']
  expect(claimedTotal({ ...own, state: 'frozen', rounds })).toBe(650)
})

test('冻结时还有待判定的项，分数仍说至少；镇里改了的那项不再算', () => {
  const open = item('A1.group', { state: 'undetermined', points: 0 })
  const frozen = view({ source: 'frozen', points: 9_200, items: [open, item('A1.funds')] })
  expect(pointsLine(frozen)).toBe('至少 92 分，还有 1 项待判定')
  const change = { item: 'A1.group' as const, points: 300, reason: '缺一名成员' }
  expect(pointsLine({ ...frozen, items: [{ ...open, change }] })).toBe('92 分')
})

test('市里的结果生效以后，不再说等市里考评', () => {
  const result = { kind: 'passed' as const, on: '2027-01-20', document: '陆禁毒〔2027〕3号' }
  expect(stageRows(view({ state: 'frozen', result })).find(({ isCurrent }) => isCurrent)?.label).toBe('公示')
  expect(stageRows(view({ state: 'frozen' })).find(({ isCurrent }) => isCurrent)?.label).toBe('市考评')
})

test('自己交的由另一人复核，市里的结果没有第二人确认就不算', () => {
  const own = view({ state: 'submitted', can: [], othersOnly: ['review'] })
  expect(headLines(own, '2026-11-23')).toContain('这份自评是您交的，由另一人复核。')
  expect(headLines(view({ state: 'frozen', resultWaits: true }), '2026-11-23')).toContain(
    '市里的结果已录入，待第二人确认，还没有生效。',
  )
})

test('自评分和系统算的不一样，没写依据也没登记材料，不能写进自评', () => {
  const bare = { points: 300, note: ' ', papers: [] }
  const paper = { title: '文件', number: '', keptAt: '村委会', photos: [] }
  expect(lacksBasis(item('A1.group'), bare)).toBe(true)
  expect(
    [
      { ...bare, points: 400 },
      { ...bare, points: null },
      { ...bare, note: '见文件' },
      { ...bare, papers: [paper] },
    ].filter((claim) => lacksBasis(item('A1.group'), claim)),
  ).toEqual([])
})

test('提交时缺依据的说出是哪一项，点了到那一项', () => {
  const bare = { item: 'A1.funds', points: 300, note: '', papers: [] }
  const own = view({
    items: [
      item('A1.group'),
      item('A1.system', { claim: { ...bare, item: 'A1.system', note: '见文件' } }),
      item('A1.funds', { title: '工作经费', claim: bare }),
    ],
  })
  expect(baselessClaims(own)).toEqual([
    { field: 'A1.funds', text: '“工作经费”的自评分和系统算的不一样，请写依据，或登记纸质材料' },
  ])
  // The server, that judged it anew, says which of the claims; any other fault stays at its field.
  expect(itemAt(own, { path: 'claims.1.note', code: 'required', text: '' })).toBe('A1.funds')
  expect(itemAt(own, { path: 'reason', code: 'required', text: '' })).toBe('reason')
})

test('改一项的自评，不动别的项', () => {
  const claims = withClaim(view(), { item: 'A1.group', points: 300, note: '见文件', papers: [] })
  expect(claims.map(({ item: id, points }) => [id, points])).toEqual([
    ['A1.group', 300],
    ['A1.funds', null],
  ])
})
