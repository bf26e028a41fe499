/** How a kind of subject is called where its record names it not. */
const WORDS = {
  'person-registration': '人员',
  'key-person': '重点人员',
  venue: '场所',
  grid: '网格',
  'education-site': '阵地',
  school: '学校',
}

/**
 * Names for the opaque ids of a ledger: what a record names itself, else a word and a number in the order of the ids. A
 * ledger holds nobody's name, so persons are numbered.
 */
export function namesOf(ledger) {
  const names = new Map()
  const numbers = new Map()
  const records = Array.isArray(ledger?.records) ? ledger.records : []
  const subjects = records
    .filter(({ kind, subjectId }) => WORDS[kind] !== undefined && subjectId !== ledger.areaCode)
    .sort((a, b) => (a.subjectId < b.subjectId ? -1 : a.subjectId > b.subjectId ? 1 : 0))
  for (const kind of Object.keys(WORDS))
    for (const { subjectId, payload } of subjects.filter((one) => one.kind === kind)) {
      if (names.has(subjectId)) continue
      const number = (numbers.get(kind) ?? 0) + 1
      numbers.set(kind, number)
      const own = payload?.name
      const isTaken = Array.from(names.values()).includes(own)
      names.set(
        subjectId,
        own === undefined ? `${WORDS[kind]}${number}` : isTaken ? `${own}(${number})` : own,
      )
    }
  return names
}
