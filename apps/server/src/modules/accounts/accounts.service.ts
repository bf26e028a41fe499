import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { uuidv7 } from 'uuidv7'
import { Clock } from '../../platform/clock.js'
import { FieldCipher } from '../../platform/crypto/field-cipher.js'
import type { Account } from './account.entity.js'
import { isErased } from './account-keys.js'
import { AccountsRepository } from './accounts.repository.js'

export type NewAccount = {
  /** Given by the seed, which must make the same ids each time. */
  id?: string
  name: string
  phone?: string
  /** Area whose office prepared it; absent for a resident. */
  areaCode?: string
  isDemo?: boolean
  story?: string
}

/** Name of an account that nobody has given a name yet. */
const RESIDENT_NAME = '群众'
const CLOSED = '（账号已注销）'

@Injectable()
export class AccountsService {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  find(tx: EntityManager, id: string): Promise<Account | null> {
    return this.accounts.find(tx, id)
  }

  /** The account that a town office prepared for a phone number. */
  findByPhone(tx: EntityManager, phone: string): Promise<Account | null> {
    return this.accounts.findByPhone(tx, this.phoneIndex(phone))
  }

  /** @returns id of the account */
  async create(tx: EntityManager, input: NewAccount): Promise<string> {
    const id = input.id ?? uuidv7()
    const wrappedKey = this.cipher.createDataKey(id)
    const phone = input.phone === undefined ? null : normalizePhone(input.phone)
    await this.accounts.insert(tx, {
      id,
      areaCode: input.areaCode ?? null,
      wrappedKey,
      nameSealed: this.cipher.seal(wrappedKey, id, 'name', input.name.trim()),
      phoneSealed: phone === null ? null : this.cipher.seal(wrappedKey, id, 'phone', phone),
      phoneIndex: phone === null ? null : this.phoneIndex(phone),
      state: 'active',
      successorId: null,
      isDemo: input.isDemo ?? false,
      story: input.story ?? null,
      createdAt: this.clock.now(),
    })
    return id
  }

  /** An account for somebody nobody prepared: he may answer quizzes and sign his own pledges. */
  createResident(tx: EntityManager): Promise<string> {
    return this.create(tx, { name: RESIDENT_NAME })
  }

  /** The name, for those who work with the holder: colleagues' names are not case data. */
  async displayName(tx: EntityManager, accountId: string): Promise<string> {
    const account = await this.accounts.find(tx, accountId)
    return account ? this.nameOf(account) : CLOSED
  }

  /** Names by account id. */
  async displayNames(tx: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.accounts.findMany(tx, [...new Set(ids)])
    return new Map(rows.map((row) => [row.id, this.nameOf(row)]))
  }

  nameOf(account: Account): string {
    if (isErased(account)) return CLOSED
    return this.cipher.open(account.wrappedKey, account.id, 'name', account.nameSealed)
  }

  /** The phone as its holder may see it: he knows it. */
  phoneOf(account: Account): string | undefined {
    if (account.phoneSealed === null || isErased(account)) return undefined
    return this.cipher.open(account.wrappedKey, account.id, 'phone', account.phoneSealed)
  }

  async rename(tx: EntityManager, account: Account, name: string): Promise<void> {
    await this.accounts.rename(tx, account.id, this.cipher.seal(account.wrappedKey, account.id, 'name', name))
  }

  /** Erases who the account was; what it did stays under its number. */
  erase(tx: EntityManager, accountId: string): Promise<void> {
    return this.accounts.erase(tx, accountId)
  }

  /** The accounts of the picker. */
  demoAccounts(tx: EntityManager): Promise<Account[]> {
    return this.accounts.demoAccounts(tx)
  }

  private phoneIndex(phone: string): string {
    return this.cipher.blindIndex('account.phone', normalizePhone(phone))
  }
}

/** WeChat gives the number bare or with +86; people type spaces and hyphens. */
export function normalizePhone(phone: string): string {
  return phone
    .normalize('NFKC')
    .replace(/[\s-]/g, '')
    .replace(/^(\+|00)86/, '')
}
