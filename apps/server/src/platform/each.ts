/**
 * Does the same for each of several things, one after another; one that fails keeps no other waiting.
 * @param nameOf what a fault is told by; nothing personal
 * @throws AggregateError when all are done: a fault for each that failed, with its cause
 */
export async function doEach<T>(
  things: Iterable<T>,
  nameOf: (thing: T) => string,
  work: (thing: T) => Promise<void>,
): Promise<void> {
  const faults: Error[] = []
  for (const thing of things) {
    try {
      await work(thing)
    } catch (cause) {
      faults.push(new Error(nameOf(thing), { cause }))
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} could not be done.`)
}
