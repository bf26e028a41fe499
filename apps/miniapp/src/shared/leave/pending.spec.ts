import { memoryStore } from '../../../test/support/memory-store'
import { createPending } from './pending'

const leave = (id: string) => ({ id, results: [{ templateId: 't1', result: 'accept' }] })

test('a leave whose message to the server got lost is told again, under the same id', async () => {
  const store = memoryStore()
  const pending = createPending(store)
  pending.keep('lin', leave('a'))
  await expect(pending.send('lin', () => Promise.reject(new Error('no answer')))).rejects.toThrow()
  const told: string[] = []
  const answer = await createPending(store).send('lin', async (id) => {
    told.push(id)
    return 'taken'
  })
  expect(answer).toBe('taken')
  expect(told).toEqual(['a'])
  expect(pending.read('lin')).toEqual([])
})

test('nothing waits, nothing is sent; what waits for one account is not told for another', async () => {
  const pending = createPending(memoryStore())
  pending.keep('lin', leave('a'))
  expect(await pending.send('chen', async () => 'taken')).toBeNull()
  expect(pending.read('lin')).toHaveLength(1)
})
