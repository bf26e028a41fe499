import type { Area } from '@/shared/api'
import type { Viewer } from '@/shared/session'
import { villageFor } from './chosen-village'
import { villageGroups } from './village-groups'

const area = (code: string, name: string, level: string, isDemo = false): Area => ({
  code,
  name,
  level,
  parentCode: level === 'village' ? code.slice(0, 9) : null,
  isDemo,
  startOn: null,
})
const AREAS = [
  area('441581105', '博美镇', 'town'),
  area('441581990', '示范镇', 'town', true),
  area('441581105202', '乙村', 'village'),
  area('441581105201', '甲社区', 'village'),
  area('441581990201', '示范村A', 'village', true),
]

test('villages stand under their town in the order of the official codes', () => {
  expect(villageGroups(AREAS, false, '')).toEqual([
    {
      town: '博美镇',
      villages: [
        { code: '441581105201', name: '甲社区' },
        { code: '441581105202', name: '乙村' },
      ],
    },
  ])
})

test('a demonstration offers invented villages only', () => {
  expect(villageGroups(AREAS, true, '').flatMap(({ villages }) => villages)).toEqual([
    { code: '441581990201', name: '示范村A' },
  ])
})

test('typing part of a name narrows the list', () => {
  expect(villageGroups(AREAS, false, ' 乙 ').flatMap(({ villages }) => villages)).toHaveLength(1)
  expect(villageGroups(AREAS, false, '没有的村')).toEqual([])
})

test('before any choice the village of the post is taken, and a town is no village', () => {
  const viewer = (areaCode: string | null) => ({ areaCode, areaName: '示范村A' }) as Viewer
  expect(villageFor(null, viewer('441581990201'))).toEqual({ code: '441581990201', name: '示范村A' })
  expect(villageFor(null, viewer('441581990'))).toBeNull()
  expect(villageFor({ code: 'x', name: 'y' }, viewer('441581990201'))).toEqual({ code: 'x', name: 'y' })
})
