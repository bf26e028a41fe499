import { memoryStore } from '../../../test/support/memory-store'
import { adoptFromEnded } from './ended-appointments'

const into = { accountId: 'chen', appointmentId: 'secretary' }

test('the role that follows takes over what the ended one left, and nothing of a role that stands', () => {
  const store = memoryStore()
  store.set('dfv:chen:worker:outbox:r1.1', { place: '村口' })
  store.set('dfv:chen:worker:photo:p1', { id: 'p1' })
  store.set('dfv:chen:police:outbox:r2.1', { place: '祠堂' })
  store.set('dfv:lin:worker:outbox:r3.1', { place: '市场' })
  adoptFromEnded(store, 'outbox', into, ['secretary', 'police'])
  expect([...store.texts.keys()].sort()).toEqual([
    'dfv:chen:police:outbox:r2.1',
    'dfv:chen:secretary:outbox:r1.1',
    'dfv:chen:worker:photo:p1',
    'dfv:lin:worker:outbox:r3.1',
  ])
})

test('what was adopted before and has gone on since is not overwritten', () => {
  const store = memoryStore()
  store.set('dfv:chen:worker:outbox:r1.1', { state: 'queued' })
  store.set('dfv:chen:secretary:outbox:r1.1', { state: 'accepted' })
  adoptFromEnded(store, 'outbox', into, ['secretary'])
  expect(store.get('dfv:chen:secretary:outbox:r1.1')).toEqual({ state: 'accepted' })
  expect(store.get('dfv:chen:worker:outbox:r1.1')).toBeUndefined()
})

test('on a full phone it stays where it is', () => {
  const store = memoryStore()
  store.set('dfv:chen:worker:outbox:r1.1', { place: '村口' })
  store.setRoom(60)
  adoptFromEnded(store, 'outbox', into, ['secretary'])
  expect(store.get('dfv:chen:worker:outbox:r1.1')).toEqual({ place: '村口' })
})
