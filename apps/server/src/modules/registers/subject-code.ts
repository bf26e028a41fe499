import type { FiledSubject } from '@dfv/rules'

/** What a village's body is called beside its name proper. */
const SUFFIX = /(村民委员会|居民委员会|村委会|居委会|社区|村)(?=[A-Z]?$)/

const WORDS: Record<Exclude<FiledSubject, 'person'>, string> = {
  venue: '场所',
  grid: '网格',
  site: '阵地',
  school: '学校',
}

/** The code of a file, without a name. 示范村A, 7: a person is 示范A-07, a venue 示范A-场所-07. */
export function subjectCode(type: FiledSubject, villageName: string, number: number): string {
  const village = villageName.replace(SUFFIX, '') || villageName
  const word = type === 'person' ? [] : [WORDS[type]]
  return [village, ...word, String(number).padStart(2, '0')].join('-')
}

/** The family name and a star; nothing more leaves the identity store without a purpose. */
export const maskName = (name: string): string => `${[...name.trim()][0] ?? ''}*`
