import type { ExportForm } from '@/shared/api'
import { type AskForm, bodyOf, daysOf, faultsOf, startOf } from './view-model'

const TODAY = '2026-11-23'
const VILLAGE = '441581990201'
const form: ExportForm = {
  id: 'person-register',
  title: '基本情况登记表',
  about: '',
  group: 'person',
  formats: ['xlsx', 'docx', 'pdf'],
  canName: true,
}
const ask = (over: Partial<AskForm> = {}): AskForm => ({ ...startOf(form, VILLAGE, TODAY), ...over })

test('this year by codes is what the page offers, and nothing more is asked', () => {
  expect(faultsOf(ask())).toEqual([])
  expect(bodyOf(form.id, ask(), TODAY)).toEqual({
    form: 'person-register',
    areaCode: VILLAGE,
    from: '2026-01-01',
    to: '2026-12-31',
    format: 'xlsx',
    names: false,
  })
})

test('last year is the whole of it', () => {
  expect(daysOf(ask({ span: 'lastYear' }), TODAY)).toEqual({ from: '2025-01-01', to: '2025-12-31' })
})

test('days of one’s own must be in order', () => {
  expect(faultsOf(ask({ span: 'own', from: '2026-05-02', to: '2026-05-01' }))).toEqual([
    { field: 'when', text: '结束日期不能早于开始日期' },
  ])
  expect(faultsOf(ask({ span: 'own', from: '2026-05-01', to: '2026-05-01' }))).toEqual([])
})

test('names need one village and a purpose, and 其他 needs words', () => {
  const fields = (over: Partial<AskForm>) => faultsOf(ask({ names: true, ...over })).map(({ field }) => field)
  expect(fields({})).toEqual(['purpose'])
  expect(fields({ areaCode: '441581990' })).toEqual(['names', 'purpose'])
  expect(fields({ purpose: 'other' })).toEqual(['note'])
  expect(fields({ purpose: 'other', note: '给派出所核对' })).toEqual([])
  expect(fields({ purpose: 'visit' })).toEqual([])
})

test('a purpose chosen before names were given up is not sent', () => {
  const body = bodyOf(form.id, ask({ names: false, purpose: 'other', note: '给派出所核对' }), TODAY)
  expect(body).not.toHaveProperty('purpose')
  expect(body).not.toHaveProperty('note')
})
