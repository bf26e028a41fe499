import { yearOf } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { RegistersService } from '../registers/registers.service.js'
import type { SubjectFile } from '../registers/subject-file.js'
import { LedgerReader } from './ledger-reader.js'
import { type RecordContent, refused } from './record-content.js'
import type { RecordIn } from './records.dto.js'

/**
 * A correction of a registration may hide a person: a later year of birth makes a minor of him, whose file few may see.
 * One person alone does not do that; nor is anybody born after what his records tell of him.
 */
@Injectable()
export class RegistrationCorrection {
  constructor(
    private readonly reader: LedgerReader,
    private readonly registers: RegistersService,
  ) {}

  /**
   * @param file locked
   * @returns whether the correction changes who sees the file, and so waits for a second person
   * @throws DomainError INVALID
   */
  async waits(
    tx: EntityManager,
    file: SubjectFile,
    id: string,
    input: RecordIn,
    content: RecordContent,
  ): Promise<boolean> {
    const records = await this.reader.ofSubject(tx, file.id)
    const { birthYear } = content.payload
    const told = records.filter(({ reviewState }) => reviewState === 'accepted' || reviewState === 'pending')
    if (typeof birthYear === 'number' && told.some(({ occurredOn }) => yearOf(occurredOn) < birthYear))
      throw refused([
        {
          path: 'payload.birthYear',
          code: 'birthYear',
          text: '档案里有更早的记录，请核对出生年份；是那条记录记错了，就先作废它',
        },
      ])
    const head = await this.reader.head(tx, file.areaCode)
    const ledger = { areaCode: file.areaCode, ...head }
    const corrected = {
      id,
      revision: input.revision,
      kind: input.kind,
      schemaVersion: content.schemaVersion,
      subjectId: file.id,
      areaCode: input.areaCode,
      occurredOn: content.occurredOn,
      receivedAt: records.find((record) => record.id === id)?.receivedAt ?? null,
      reviewState: 'accepted' as const,
      payload: content.payload,
    }
    const others = records.filter((record) => record.id !== id)
    const isSame = this.registers.isSameForReaders(
      file,
      { ...ledger, records },
      { ...ledger, records: [...others, corrected] },
    )
    if (isSame) return false
    if (await this.registers.changesIdentity(tx, file.id, content.identity))
      throw refused([
        {
          path: 'identity',
          code: 'option',
          text: '这次改动要由别人审核，请先只改姓名等身份信息，再另外改出生年份',
        },
      ])
    return true
  }
}
