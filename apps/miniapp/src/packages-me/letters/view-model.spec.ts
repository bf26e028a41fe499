import { checkLetter, EMPTY_LETTER, letterOf, officeOptions } from './view-model'

const area = (code: string, name: string, level: string) => ({
  code,
  name,
  level,
  parentCode: null,
  isDemo: false,
  startOn: null,
})

test('towns stand before the county, villages write to neither', () => {
  const options = officeOptions([
    area('441581', '陆丰市', 'county'),
    area('441581105', '博美镇', 'town'),
    area('441581105201', '赤坑村', 'village'),
  ])
  expect(options).toEqual([
    { value: '441581105', label: '博美镇禁毒办' },
    { value: '441581', label: '陆丰市禁毒办' },
  ])
})

test('an empty letter is told what it lacks, each once', () => {
  expect(checkLetter(EMPTY_LETTER).map(({ field }) => field)).toEqual(['office', 'kind', 'text'])
  expect(letterOf(EMPTY_LETTER)).toBeNull()
})

test('five characters are a letter, spaces are not', () => {
  const form = { office: '441581105', kind: 'complaint' as const }
  expect(letterOf({ ...form, text: '    ab ' })).toBeNull()
  expect(letterOf({ ...form, text: ' 展板倒了啊 ' })).toEqual({
    areaCode: '441581105',
    kind: 'complaint',
    text: '展板倒了啊',
  })
})
