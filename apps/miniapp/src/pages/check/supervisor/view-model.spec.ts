import { waitingVillages } from './view-model'

test('an office that reviews nothing sees where how much waits, and the sum its home page tells', () => {
  const village = (areaCode: string, pending: number) => ({ areaCode, name: areaCode, pending })
  const { count, rows } = waitingVillages([village('3', 1), village('1', 2), village('2', 0)])
  expect(count).toBe(3)
  expect(rows.map(({ areaCode, pending }) => [areaCode, pending])).toEqual([
    ['1', 2],
    ['3', 1],
  ])
})
