import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { FieldCipher } from '../../platform/crypto/field-cipher.js'
import { notFound } from '../../platform/errors/domain-error.js'
import type { Account } from './account.entity.js'
import { AccountsRepository } from './accounts.repository.js'

/** Seals and opens what people wrote about themselves, with their account's own key. */
@Injectable()
export class AccountKeys {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly cipher: FieldCipher,
  ) {}

  /** @param place what the text is, bound into it @throws DomainError NOT_FOUND when the account was closed */
  async seal(tx: EntityManager, accountId: string, place: string, text: string): Promise<Buffer> {
    const account = await this.accounts.find(tx, accountId)
    if (!account || isErased(account)) throw notFound()
    return this.cipher.seal(account.wrappedKey, accountId, place, text)
  }

  /** Opens texts of several accounts; undefined for an account that was closed since. */
  async openerOf(
    tx: EntityManager,
    accountIds: readonly string[],
  ): Promise<(accountId: string, place: string, sealed: Buffer) => string | undefined> {
    const rows = await this.accounts.findMany(tx, [...new Set(accountIds)])
    const keys = new Map(rows.filter((row) => !isErased(row)).map((row) => [row.id, row.wrappedKey]))
    return (accountId, place, sealed) => {
      const key = keys.get(accountId)
      return key && this.cipher.open(key, accountId, place, sealed)
    }
  }
}

/** A closed account has lost its key: whatever was sealed with it is noise. */
export const isErased = ({ wrappedKey }: Pick<Account, 'wrappedKey'>): boolean => wrappedKey.length === 0
