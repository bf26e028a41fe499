import { Injectable } from '@nestjs/common'
import { canonicalJson } from '../../platform/canonical-json.js'
import { FieldCipher } from '../../platform/crypto/field-cipher.js'

/**
 * Ids that come out the same each time they are asked for, so that an upload repeated by anybody writes nothing twice.
 * Made with a secret key: nobody can tell from an id what it was made of.
 */
@Injectable()
export class ImportIds {
  constructor(private readonly cipher: FieldCipher) {}

  /** A UUID of version 8: its bits are ours to choose. */
  of(...parts: readonly (string | number)[]): string {
    const hex = this.cipher.fingerprint(canonicalJson(['import', ...parts]))
    const variant = ((Number.parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16)
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  }

  /** Stands in a record for a cadre who has left and has no account. */
  ofFormerCadre(areaCode: string, name: string): string {
    return `past-${this.cipher.blindIndex('cadre.former', `${areaCode}|${name}`).slice(0, 24)}`
  }
}
