import { setTimeout as pause } from 'node:timers/promises'
import { createPhone } from './phone.mjs'
import { createWriter } from './submissions.mjs'

/** Records that a phone holds unsent at once: an hour's work, a day's, a week's in the hills. */
const UNSENT_AT_ONCE = [3, 15, 60]
const PERSONS_PER_VILLAGE = 3
const SHARE_OF_REGISTRATIONS = 0.02
const SHARE_OF_APP_KILLS = 0.05
const SHARE_OF_VOIDS = 0.01

/**
 * Two villages with two accounts each, and two phones to an account: one sends batches, the other record by record.
 * @param {{ code: object, town: object, origin: string, random: object, submissions: () => number, mayWrite: () => number }} setup
 *   submissions: how many there are to be in the end, as it is known by now
 *   mayWrite: how many of the submissions may have been begun by now
 */
export async function startPhones({ code, town, origin, random, submissions, mayWrite }) {
  const { support, test } = town
  /** By `id.revision`: what was sent, by which phone. */
  const sent = new Map()
  /** What a phone was told is stored. */
  const acknowledged = new Set()
  const refused = []
  const phones = []
  let written = 0
  let appKills = 0

  const keyOf = ({ id, record }) => `${id}.${record.revision}`
  const noteAccepted = (entries) => {
    for (const { key } of entries) acknowledged.add(key)
  }
  const addPhone = (person, village, persons, oneByOne) => {
    const own = random.fork()
    const phone = createPhone(code, {
      person,
      origin,
      tokenOf: town.tokenOf,
      oneByOne,
      onAccepted: noteAccepted,
    })
    const { aRecord, uuidv7: newId } = support
    phones.push({
      phone,
      random: own,
      writer: createWriter({ random: own, aRecord, newId, village, persons }),
    })
  }
  for (const village of [support.VILLAGE_A, support.VILLAGE_B]) {
    const persons = []
    const secretary = await support.signIn(test, {
      name: '书记',
      role: 'village-secretary',
      areaCode: village,
    })
    const worker = await support.signIn(test, { name: '专干', role: 'case-worker', areaCode: village })
    for (let at = 0; at < PERSONS_PER_VILLAGE; at++) {
      const identity = { name: `${village}的第${at + 1}个人` }
      const { personId, recordId, record } = await support.register(test, secretary, {
        areaCode: village,
        identity,
      })
      persons.push(personId)
      sent.set(`${recordId}.1`, { id: recordId, record })
      acknowledged.add(`${recordId}.1`)
    }
    for (const person of [secretary, worker])
      for (const oneByOne of [false, true]) addPhone(person, village, persons, oneByOne)
  }

  const unsent = (phone) =>
    phone
      .outbox()
      .entries()
      .filter(({ state }) => code.UNSENT.includes(state)).length

  /** One user's days: writes, goes on writing without a network, and sometimes the phone kills the app. */
  async function work({ phone, writer, random: luck }) {
    const online = async (submission) => {
      sent.set(keyOf(submission), { ...submission, phone })
      await phone.putUntilAnswered(submission.id, submission.record)
      acknowledged.add(keyOf(submission))
    }
    const write = async () => {
      written += 1
      if (luck.chance(SHARE_OF_REGISTRATIONS)) return online(writer.registration())
      if (writer.canVoid() && luck.chance(SHARE_OF_VOIDS) && unsent(phone) === 0)
        return online(writer.voided())
      const submission = writer.next()
      sent.set(keyOf(submission), { ...submission, phone })
      phone.outbox().saveDraft({ ...submission.record, recordId: submission.id })
      phone.outbox().enqueue(keyOf(submission))
    }
    while (written < submissions()) {
      const free = luck.pick(UNSENT_AT_ONCE) - unsent(phone)
      const isBusy = free > 0 && written < mayWrite()
      for (let room = free; room > 0 && written < mayWrite(); room--) await write()
      if (isBusy && luck.chance(SHARE_OF_APP_KILLS)) {
        phone.restart()
        appKills += 1
      }
      await pause(luck.int(1, 60))
    }
    while (unsent(phone) > 0) {
      await phone.outbox().wake()
      await pause(20)
    }
    for (const { key, state, problem } of phone.outbox().entries())
      if (state !== 'accepted') refused.push(`${key}: ${state} ${problem?.code}`)
  }

  return {
    sent,
    acknowledged,
    /** What ended otherwise than accepted. */
    refused,
    appKills: () => appKills,
    /** Resolves when everything was written and every phone has its answers. */
    work: () => Promise.all(phones.map(work)),
    close() {
      for (const { phone } of phones) phone.close()
    },
  }
}
