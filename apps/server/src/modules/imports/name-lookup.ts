import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AccountsService } from '../accounts/accounts.service.js'
import { AppointmentsService } from '../accounts/appointments.service.js'
import type { VillageDirectory } from '../registers/person-directory.js'
import { type CellValue, FORMER_CADRE, type NameLookup } from './cell-values.js'
import { ImportIds } from './import-ids.js'

const plain = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '')

/** Finds the cadres that a table names. Cadres' names are not case data. */
@Injectable()
export class NameLookups {
  constructor(
    private readonly accounts: AccountsService,
    private readonly appointments: AppointmentsService,
    private readonly ids: ImportIds,
  ) {}

  /** @param mayHaveLeft cadres without an account may be named as having left */
  async open(
    tx: EntityManager,
    areaCode: string,
    directory: VillageDirectory,
    mayHaveLeft: boolean,
  ): Promise<NameLookup> {
    const holders = await this.appointments.workingIn(tx, areaCode)
    const names = await this.accounts.displayNames(
      tx,
      holders.map(({ accountId }) => accountId),
    )
    const byName = new Map<string, Set<string>>()
    for (const [accountId, name] of names)
      byName.set(plain(name), new Set([...(byName.get(plain(name)) ?? []), accountId]))
    return {
      cadre: (name) =>
        mayHaveLeft && FORMER_CADRE.test(name)
          ? { value: this.ids.ofFormerCadre(areaCode, plain(name.replace(FORMER_CADRE, ''))) }
          : cadreOf(byName, name, mayHaveLeft),
      person: (code) => personOf(directory, code),
    }
  }
}

function cadreOf(byName: ReadonlyMap<string, Set<string>>, text: string, mayHaveLeft: boolean): CellValue {
  const [accountId, another] = [...(byName.get(plain(text)) ?? [])]
  const shown = text.slice(0, 10)
  if (accountId === undefined)
    return {
      text: `系统里没有叫“${shown}”的工作人员。${mayHaveLeft ? '已经不在岗的，姓名后面写(已离岗)' : '请先开通账号'}`,
    }
  return another === undefined
    ? { value: accountId }
    : { text: `有两位工作人员都叫“${shown}”，请在手机上记这一条` }
}

function personOf(directory: VillageDirectory, code: string): CellValue {
  const match = directory.find({ code })
  return match.outcome === 'found' ? { value: match.person.id } : { text: '没有这个人员编号，请到名册里核对' }
}
