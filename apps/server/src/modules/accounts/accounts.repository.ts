import { Injectable } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import { Account } from './account.entity.js'
import { AccountCredential } from './account-credential.entity.js'

@Injectable()
export class AccountsRepository {
  find(tx: EntityManager, id: string): Promise<Account | null> {
    return tx.findOneBy(Account, { id })
  }

  /** Locks the row: whoever changes what an account signs in with comes one at a time. */
  findForUpdate(tx: EntityManager, id: string): Promise<Account | null> {
    return tx.findOne(Account, { where: { id }, lock: { mode: 'pessimistic_write' } })
  }

  async findMany(tx: EntityManager, ids: readonly string[]): Promise<Account[]> {
    return ids.length === 0 ? [] : tx.findBy(Account, { id: In([...ids]) })
  }

  findByPhone(tx: EntityManager, phoneIndex: string): Promise<Account | null> {
    return tx.findOneBy(Account, { phoneIndex })
  }

  demoAccounts(tx: EntityManager): Promise<Account[]> {
    return tx.find(Account, { where: { isDemo: true }, order: { id: 'ASC' } })
  }

  async insert(tx: EntityManager, account: Account): Promise<void> {
    await tx.createQueryBuilder().insert().into(Account).values(account).updateEntity(false).execute()
  }

  async moveTo(tx: EntityManager, id: string, successorId: string): Promise<void> {
    await tx.update(Account, { id }, { state: 'moved', successorId })
  }

  async rename(tx: EntityManager, id: string, nameSealed: Buffer): Promise<void> {
    await tx.update(Account, { id }, { nameSealed })
  }

  /** Without its key nothing that was sealed for the account can be read, in backups either. */
  async erase(tx: EntityManager, id: string): Promise<void> {
    const nothing = Buffer.alloc(0)
    await tx.update(
      Account,
      { id },
      { state: 'closed', wrappedKey: nothing, nameSealed: nothing, phoneSealed: null, phoneIndex: null },
    )
  }

  findCredential(
    tx: EntityManager,
    kind: AccountCredential['kind'],
    externalId: string,
  ): Promise<AccountCredential | null> {
    return tx.findOneBy(AccountCredential, { kind, externalId })
  }

  findCredentialOf(
    tx: EntityManager,
    accountId: string,
    kind: AccountCredential['kind'],
  ): Promise<AccountCredential | null> {
    return tx.findOneBy(AccountCredential, { accountId, kind })
  }

  async credentialsOf(
    tx: EntityManager,
    accountIds: readonly string[],
    kind: AccountCredential['kind'],
  ): Promise<AccountCredential[]> {
    if (accountIds.length === 0) return []
    return tx.findBy(AccountCredential, { accountId: In([...accountIds]), kind })
  }

  /** @throws the driver's duplicate key error when either side is bound already */
  async insertCredential(tx: EntityManager, credential: AccountCredential): Promise<void> {
    await tx
      .createQueryBuilder()
      .insert()
      .into(AccountCredential)
      .values(credential)
      .updateEntity(false)
      .execute()
  }

  async deleteCredential(
    tx: EntityManager,
    kind: AccountCredential['kind'],
    externalId: string,
  ): Promise<void> {
    await tx.delete(AccountCredential, { kind, externalId })
  }
}
