import { count, errorNumber, flag, InputError, object, optional, text, withDefault } from './parse.js'

const shape = object({
  path: text,
  errcode: optional(errorNumber),
  latencyMs: optional(count),
  /** the call is carried out, then the connection is cut instead of answered */
  dropAfterAccept: withDefault(flag, () => false),
  /** with `dropAfterAccept`: the sent event never comes either */
  withholdEvent: withDefault(flag, () => false),
  /** the call waits until POST /__/faults/release */
  hold: withDefault(flag, () => false),
  times: withDefault(count, () => 1),
})

export type Fault = ReturnType<typeof shape>

export function parseFault(value: unknown): Fault {
  const fault = shape(value, '')
  const harmless =
    fault.errcode === undefined && fault.latencyMs === undefined && !fault.dropAfterAccept && !fault.hold
  if (harmless) throw new InputError('fault: needs errcode, latencyMs, dropAfterAccept or hold')
  return fault
}

/** Uses up one turn of the first fault waiting for the path. */
export function takeFault(faults: Fault[], path: string): Fault | null {
  const fault = faults.find((candidate) => candidate.path === path && candidate.times > 0)
  if (!fault) return null
  fault.times -= 1
  if (fault.times === 0) faults.splice(faults.indexOf(fault), 1)
  return { ...fault }
}

/** Calls that wait for the test to let them go. */
export class HeldCalls {
  #waiting: (() => void)[] = []

  wait(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  get count(): number {
    return this.#waiting.length
  }

  release(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const resolve of waiting) resolve()
  }
}
