import { RECORD_KINDS } from '@dfv/rules'
import { entry, head, record, registered, TODAY, village } from '../../../test/support/village'
import { effectsOf } from '../review/view-model'
import { nextDutyOf, receiptOf } from './view-model'

/** Seen today, so that nothing but the talks and tests of the cycle is due. */
const seen = record('verification', 'p1', TODAY, { verifiedOn: TODAY, whereabouts: 'at-home' })
const place = village([...registered('p1'), seen], [head('p1', '示范A-01')])

describe('what the receipt says', () => {
  test('received: the number, and when', () => {
    const receipt = {
      receiptNo: 'QR9J-8JAW',
      receivedAt: `${TODAY}T06:06:00.000Z`,
      reviewState: 'accepted' as const,
      revision: 1,
    }
    expect(receiptOf(entry('talk', 'p1', { state: 'accepted', receipt }), TODAY, false)).toEqual({
      arrived: true,
      title: '已收到',
      lines: ['回执号 QR9J-8JAW　今天 14:06 收到'],
    })
  })

  test('on the phone: kept, and what not to do', () => {
    const text = receiptOf(entry('talk', 'p1'), TODAY, false)
    expect(text).toMatchObject({ arrived: false, title: '已存在手机里，还没发出' })
    expect(receiptOf(entry('talk', 'p1'), TODAY, true).lines[0]).toMatch(/重新登录/)
  })

  test('returned: the sentences of the fields', () => {
    const problem = { code: 'INVALID', title: '', errors: [{ field: 'place', text: '请选择在哪里谈的' }] }
    expect(receiptOf(entry('talk', 'p1', { state: 'returned', problem }), TODAY, false)).toMatchObject({
      title: '被退回',
      lines: ['请选择在哪里谈的'],
    })
  })

  test('never says that something was saved', () => {
    for (const state of ['queued', 'sending', 'accepted', 'returned', 'conflict'] as const)
      expect(JSON.stringify(receiptOf(entry('talk', 'p1', { state }), TODAY, false))).not.toContain('保存')
  })
})

test('offers the next thing about the same person, to whom may do it', () => {
  const after = village([...registered('p1'), seen], [head('p1', '示范A-01')], {
    entries: [entry('talk', 'p1')],
  })
  expect(nextDutyOf(after, entry('talk', 'p1'), 'case-worker')?.title).toBe('检测 示范A-01 11—12月')
  expect(nextDutyOf(after, entry('talk', 'p1'), 'grid-worker')).toBeNull()
})

test('above the village only the own office’s next thing is offered, whoever might record it', () => {
  expect(nextDutyOf(place, entry('relapse', 'p1'), 'case-worker')?.title).toContain('谈话')
  const town = nextDutyOf(place, entry('relapse', 'p1'), 'town-office')
  expect(town?.target.kind).not.toBe('talk')
  expect(town?.title).toBe('补起始日期 示范A-01')
  expect(nextDutyOf(place, entry('relapse', 'p1'), 'police')?.target.kind).not.toBe('abstinence-start')
})

test('the review says which duty will be done', () => {
  const draft = entry('talk', 'p1', { state: 'draft' })
  expect(effectsOf(place, RECORD_KINDS.talk, draft, draft.payload)).toEqual([
    '提交后：谈话 示范A-01 11—12月 算完成。',
  ])
  const notMet = { ...draft.payload, found: 'no' }
  expect(effectsOf(place, RECORD_KINDS.talk, draft, notMet)).toEqual([])
})

test('a positive test says who will hear of it', () => {
  const draft = entry('urine-test', 'p1', { state: 'draft' })
  const payload = {
    occurredOn: TODAY,
    place: 'station',
    basis: 'required',
    result: 'positive',
    collector: ['a'],
  }
  expect(effectsOf(place, RECORD_KINDS['urine-test'], draft, payload).at(-1)).toMatch(/会通知镇禁毒办/)
})
