const FORMS = ['display', 'leaflets', 'slogans', 'video', 'lecture', 'visit', 'online', 'other']
const PLACES = ['村委会广场', '祠堂前', '市场口', '小学门口', '老人活动中心']
const SURNAMES = '陈林黄蔡郑许吴李周杨'

const dayIn2026 = (random) =>
  `2026-${String(random.int(4, 10)).padStart(2, '0')}-${String(random.int(1, 28)).padStart(2, '0')}`

/** Contents of each kind that is sent: about the village and about a person, with words that are sealed and without. */
const CONTENTS = {
  'publicity-activity': (random) => ({
    form: random.pick(FORMS),
    place: random.pick(PLACES),
    attendance: random.int(5, 400),
    ...(random.chance(0.5) && { content: `宣传第${random.int(1, 9_999)}次` }),
  }),
  meeting: (random) => ({
    chair: 'secretary',
    attendance: random.int(3, 40),
    topics: `研究第${random.int(1, 9_999)}项`,
  }),
  'venue-survey': (random) => ({ venues: random.int(0, 30) }),
  talk: (random) => ({
    place: random.pick(['home', 'village-office', 'phone']),
    found: random.pick(['yes', 'no']),
    visitors: ['me', random.pick(['partner', 'other'])],
    ...(random.chance(0.5) && { note: `谈话第${random.int(1, 9_999)}次` }),
  }),
}
const ABOUT_A_PERSON = new Set(['talk'])

/**
 * What one account writes: new records, revisions of its own, voids, and registrations of persons.
 * @param {{ random: object, aRecord: Function, village: string, persons: string[], newId: () => string }} setup
 */
export function createWriter({ random, aRecord, village, persons, newId }) {
  const own = []

  const written = ({ id, kind, subjectId, revision }) => ({
    id,
    record: aRecord(kind, {
      areaCode: village,
      subjectId,
      revision,
      ...(revision > 1 && { replaces: revision - 1 }),
      occurredOn: dayIn2026(random),
      payload: CONTENTS[kind](random),
    }),
  })
  const begun = () => {
    const kind = random.pick(Object.keys(CONTENTS))
    const subjectId = ABOUT_A_PERSON.has(kind) ? random.pick(persons) : village
    own.push({ id: newId(), kind, subjectId, revision: 0 })
    return own.at(-1)
  }
  return {
    /** A new record, or the next revision of one. @returns {{ id: string, record: object }} */
    next() {
      const subject = own.length > 5 && random.chance(0.25) ? random.pick(own) : begun()
      subject.revision += 1
      return written(subject)
    },
    /** A person whose name nobody else has. */
    registration() {
      const [id, subjectId] = [newId(), newId()]
      const payload = { gender: 'male', birthYear: random.int(1950, 2000), residence: 'local' }
      const record = aRecord('person-registration', {
        areaCode: village,
        subjectId,
        occurredOn: '2026-03-02',
        payload,
      })
      return { id, record: { ...record, identity: { name: `${random.pick([...SURNAMES])}${id.slice(-8)}` } } }
    },
    canVoid: () => own.length > 0,
    /** Takes an own record out of every count; nothing is written about it any more. */
    voided() {
      const [subject] = own.splice(random.int(0, own.length - 1), 1)
      subject.revision += 1
      const { id, record } = written(subject)
      return { id, record: { ...record, payload: {}, void: { reason: '记错了' } } }
    },
  }
}

/** The same request with one word more: nobody may store it under the same id and revision. */
export const altered = (record) => ({ ...record, payload: { ...record.payload, altered: 'yes' } })
