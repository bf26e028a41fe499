import { checkSurvey, type SurveyForm, surveyOf } from './view-model'

const form: SurveyForm = {
  audience: 'resident',
  documentNo: ' 调〔2026〕8号 ',
  issuer: '示范调查队',
  surveyedOn: '2026-06-20',
  valid: '120',
  aware: '115',
  keptAt: '镇档案柜3号',
}
const faultsOf = (over: Partial<SurveyForm>) => checkSurvey({ ...form, ...over }).map(({ field }) => field)

test('a result needs its document, its people and where the paper lies', () => {
  expect(checkSurvey(form)).toEqual([])
  expect(faultsOf({ audience: null, documentNo: '', issuer: ' ', keptAt: '柜' })).toEqual([
    'audience',
    'documentNo',
    'issuer',
    'keptAt',
  ])
})

test('no more know than were asked', () => {
  expect(faultsOf({ aware: '121' })).toEqual(['aware'])
  expect(faultsOf({ valid: '0' })).toEqual(['valid', 'aware'])
  expect(faultsOf({ aware: '' })).toEqual(['aware'])
  expect(faultsOf({ valid: '115' })).toEqual([])
})

test('is sent as numbers, without what stands around the words', () => {
  expect(surveyOf(form, '441581990201')).toEqual({
    areaCode: '441581990201',
    audience: 'resident',
    documentNo: '调〔2026〕8号',
    issuer: '示范调查队',
    surveyedOn: '2026-06-20',
    valid: 120,
    aware: 115,
    keptAt: '镇档案柜3号',
  })
})
