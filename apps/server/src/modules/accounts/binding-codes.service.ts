import { randomInt, timingSafeEqual } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock } from '../../platform/clock.js'
import { FieldCipher } from '../../platform/crypto/field-cipher.js'
import type { BindingCode } from './binding-code.entity.js'
import { BindingCodesRepository } from './binding-codes.repository.js'

/** No 0 O, 1 I L, U V: people copy the code from paper. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTWXYZ'
const LENGTH = 12
const GROUP = 4
const MAX_TRIES = 5
const LIFE_DAYS = 7
const DAY_MS = 86_400_000

/**
 * Printed one-time codes, `7KQM-2WXP-R9ND`. The first group only finds the row; the other eight characters (39 bits)
 * are the secret, of which five guesses are allowed.
 */
@Injectable()
export class BindingCodesService {
  constructor(
    private readonly codes: BindingCodesRepository,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  /** A new code for an account; one given out before is dead from now on. */
  async issue(
    tx: EntityManager,
    accountId: string,
    createdBy: string | null,
  ): Promise<{ bindingCode: string; expiresAt: Date }> {
    await this.codes.deleteOf(tx, accountId)
    const now = this.clock.now()
    const expiresAt = new Date(now.getTime() + LIFE_DAYS * DAY_MS)
    const code = await this.unusedCode(tx)
    await this.codes.insert(tx, {
      selector: code.slice(0, GROUP),
      codeHash: this.hash(code),
      accountId,
      createdBy,
      createdAt: now,
      expiresAt,
      tries: 0,
      usedAt: null,
    })
    return { bindingCode: code.match(/.{4}/g)!.join('-'), expiresAt }
  }

  /**
   * Uses a code up. A wrong guess is counted, so the caller must commit when the answer is undefined too.
   * @returns the account, or undefined when the code is wrong, used, expired or tried too often
   */
  async redeem(tx: EntityManager, typed: string): Promise<string | undefined> {
    const code = normalizeBindingCode(typed)
    const row = await this.codes.findForUpdate(tx, code.slice(0, GROUP))
    const now = this.clock.now()
    if (!row || !isAlive(row, now)) return undefined
    if (!timingSafeEqual(Buffer.from(row.codeHash), Buffer.from(this.hash(code)))) {
      await this.codes.countTry(tx, row.selector)
      return undefined
    }
    await this.codes.markUsed(tx, row.selector, now)
    return row.accountId
  }

  private async unusedCode(tx: EntityManager): Promise<string> {
    for (;;) {
      const code = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
      if (!(await this.codes.findForUpdate(tx, code.slice(0, GROUP)))) return code
    }
  }

  private hash(code: string): string {
    return this.cipher.fingerprint(`binding-code:${code}`)
  }
}

const isAlive = (row: BindingCode, now: Date): boolean =>
  row.usedAt === null && row.tries < MAX_TRIES && row.expiresAt > now

/** Small letters, spaces, hyphens and full-width characters are how people type it. */
export function normalizeBindingCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
}
