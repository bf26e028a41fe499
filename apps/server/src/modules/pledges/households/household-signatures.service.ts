import { Injectable } from '@nestjs/common'
import { uuidv7 } from 'uuidv7'
import type { AuditActor } from '../../../platform/audit/audit.js'
import type { Actor } from '../../../platform/auth/actor.js'
import { canonicalJson } from '../../../platform/canonical-json.js'
import { Clock } from '../../../platform/clock.js'
import { FieldCipher } from '../../../platform/crypto/field-cipher.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { AreaWritePolicy } from '../../../platform/demo-areas.js'
import { DomainError, notFound } from '../../../platform/errors/domain-error.js'
import { SessionService } from '../../accounts/session.service.js'
import { SignInLimits } from '../../accounts/sign-in-limits.service.js'
import { workScope } from '../../registers/file-access.js'
import type { Pledge } from '../pledge.entity.js'
import { PledgeReader, type PrintedPledge } from '../pledge-reader.service.js'
import { PledgeSignaturesRepository } from '../pledge-signatures.repository.js'
import { printedAsNumbers } from '../pledge-views.js'
import type { PledgeReceipt, PledgeSignatureBody } from '../pledges.dto.js'
import { PledgesRepository } from '../pledges.repository.js'
import { SignatureIntake } from '../signature-intake.js'
import { newVerifyCode } from '../verify-code.js'
import { HouseholdTexts, type WordedPledge } from './household-text.js'
import type {
  DoorSignatureIn,
  DoorTextIn,
  HouseholdCopyIn,
  HouseholdText,
  SlipSignatureIn,
  SlipTextIn,
} from './households.dto.js'
import { HouseholdsRepository, type NumberRow } from './households.repository.js'

const LIMIT = 'household-code/address'
/** The slip lets in whoever holds it: no account says who he is. */
const BY_SLIP: AuditActor = { system: 'household-slip' }

type Way = { client: string; door: Actor | null }

/**
 * A householder signs with the code of his slip on his own phone, or at his door on a cadre's. The code proves that the
 * village gave the slip to somebody for this number; who held the pen, only the handwriting and the people present can say.
 * @see 三(二)4
 */
@Injectable()
export class HouseholdSignatures {
  constructor(
    private readonly households: HouseholdsRepository,
    private readonly texts: HouseholdTexts,
    private readonly pledges: PledgesRepository,
    private readonly signatures: PledgeSignaturesRepository,
    private readonly intake: SignatureIntake,
    private readonly reader: PledgeReader,
    private readonly limits: SignInLimits,
    private readonly sessions: SessionService,
    private readonly cipher: FieldCipher,
    private readonly writePolicy: AreaWritePolicy,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * The text with the name in it, to be read before anything is signed.
   * @param address where the request comes from; only wrong codes are counted
   * @throws DomainError HOUSEHOLD_CODE_WRONG, HOUSEHOLD_YEAR_OVER, HOUSEHOLD_SIGNED, HOUSEHOLD_ON_PAPER, SIGN_IN_TOO_OFTEN
   */
  async text({ code, name }: SlipTextIn, address: string): Promise<HouseholdText> {
    return this.textFor(await this.byCode(code, address), name)
  }

  /** The same at the door, on the phone of somebody who works in the village. @throws DomainError NOT_FOUND, as `text` */
  async textAtDoor(actor: Actor, { areaCode, number, name }: DoorTextIn): Promise<HouseholdText> {
    return this.textFor(await this.byNumber(actor, areaCode, number), name)
  }

  /** One code, one pledge. @throws DomainError as `text` and `SignatureIntake.assertWhole`; DEMO_READ_ONLY */
  async sign(
    { code, name, signature }: SlipSignatureIn,
    address: string,
    client: string,
  ): Promise<PledgeReceipt> {
    const row = await this.byCode(code, address)
    return this.intake.seal(await this.accept(row, name, signature, { client, door: null }))
  }

  /**
   * The householder signs himself. Who stood by is sealed with the pledge, and when he last showed that he is the holder of
   * his account.
   * @throws DomainError as `textAtDoor` and `sign`; RECHECK_REQUIRED
   */
  async signAtDoor(
    actor: Actor,
    { areaCode, number, name, signature }: DoorSignatureIn,
    client: string,
  ): Promise<PledgeReceipt> {
    const row = await this.byNumber(actor, areaCode, number)
    return this.intake.seal(await this.accept(row, name, signature, { client, door: actor }))
  }

  /**
   * The signer's own copy, for the phone that signed: it alone has the id of the signature, so a slip that was thrown away
   * shows nobody's name.
   * @throws DomainError HOUSEHOLD_CODE_WRONG, NOT_FOUND, SIGN_IN_TOO_OFTEN, PLEDGE_UNREADABLE
   */
  async copy({ code, signatureId }: HouseholdCopyIn, address: string): Promise<PrintedPledge> {
    const row = await this.byCode(code, address)
    const { read } = this.transactions
    const pledge = row.pledgeId === null ? null : await this.pledges.find(read, row.pledgeId)
    if (!pledge) throw notFound()
    const signature = await this.signatures.ofPledge(read, pledge.id)
    if (signature?.id !== signatureId) throw notFound()
    return this.reader.printed(read, pledge)
  }

  private async textFor(row: NumberRow, name: string): Promise<HouseholdText> {
    this.assertOpen(row)
    const { version, title, text, textHash, areaName } = await this.texts.of(
      this.transactions.read,
      row,
      name,
    )
    const { number, year } = row
    return { title, areaName, number, year, name, version, text, textHash, ...printedAsNumbers(text) }
  }

  private accept(
    { areaCode, year, number, slipId }: NumberRow,
    name: string,
    body: PledgeSignatureBody,
    way: Way,
  ): Promise<Pledge> {
    return this.transactions.run(async (tx) => {
      this.writePolicy.assertWritable(areaCode)
      const row = await this.households.lockNumber(tx, { areaCode, year }, number)
      // A new slip may have been made since the code was looked up.
      if (row?.slipId !== slipId) throw new DomainError('HOUSEHOLD_CODE_WRONG')
      const signer = way.door?.accountId ?? null
      const fingerprint = this.cipher.fingerprint(canonicalJson([slipId, name, signer, body]))
      if (row.pledgeId !== null) {
        if (await this.intake.isRepeatOf(tx, row.pledgeId, body.signatureId, fingerprint))
          return this.pledges.findOrFail(tx, row.pledgeId)
        throw new DomainError('HOUSEHOLD_SIGNED')
      }
      this.assertOpen(row)
      if (way.door) this.sessions.assertFresh(way.door)
      const worded = await this.texts.of(tx, row, name)
      this.intake.assertWhole(body, worded.textHash)
      const pledge = this.pledgeOf(row, name, worded)
      await this.pledges.insert(tx, pledge)
      await this.households.setPledge(tx, row, pledge.id)
      await this.intake.store(tx, pledge, body, {
        fingerprint,
        sessionId: way.door?.sessionId ?? null,
        recheckedAt: way.door?.authenticatedAt ?? null,
        client: way.client,
        stoodBy: signer,
        signedOffline: false,
        actor: way.door ?? BY_SLIP,
      })
      return pledge
    })
  }

  private pledgeOf(row: NumberRow, name: string, worded: WordedPledge): Pledge {
    const id = uuidv7()
    const wrappedKey = this.cipher.createDataKey(id)
    const now = this.clock.now()
    return {
      id,
      level: 'village-household',
      areaCode: row.areaCode,
      subjectId: '',
      signerAccountId: row.slipId,
      signerRole: 'resident',
      counterpartRole: 'village-secretary',
      templateId: worded.templateId,
      templateVersion: worded.version,
      year: row.year,
      title: worded.title,
      wrappedKey,
      textSealed: this.cipher.seal(wrappedKey, id, 'text', worded.text),
      textHash: worded.textHash,
      state: 'signed-pending-seal',
      issuedAt: now,
      dueOn: this.clock.today(),
      verifyCode: newVerifyCode(),
      reasonSealed: null,
      endedAt: null,
      householdNo: row.number,
      signerNameSealed: this.cipher.seal(wrappedKey, id, 'name', name),
    }
  }

  private async byCode(code: string, address: string): Promise<NumberRow> {
    await this.limits.assertOpen(LIMIT, address)
    const row = await this.households.findByCode(this.transactions.read, code)
    if (row) return row
    await this.limits.count(LIMIT, address)
    throw new DomainError('HOUSEHOLD_CODE_WRONG')
  }

  private async byNumber(actor: Actor, areaCode: string, number: number): Promise<NumberRow> {
    if (!workScope(actor).contains(areaCode)) throw notFound()
    const year = Number(this.clock.today().slice(0, 4))
    const row = await this.households.findNumber(this.transactions.read, { areaCode, year }, number)
    if (!row) throw notFound()
    return row
  }

  private assertOpen({ year, pledgeId, paperRecordId }: NumberRow): void {
    if (year !== Number(this.clock.today().slice(0, 4)))
      throw new DomainError('HOUSEHOLD_YEAR_OVER', { year })
    if (paperRecordId !== null) throw new DomainError('HOUSEHOLD_ON_PAPER')
    if (pledgeId !== null) throw new DomainError('HOUSEHOLD_SIGNED')
  }
}
