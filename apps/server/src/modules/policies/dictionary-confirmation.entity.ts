import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import {
  areaColumn,
  codeColumn,
  idColumn,
  instantColumn,
  textColumn,
} from '../../platform/database/columns.js'

/** Somebody of the county's office confirmed the words of a dictionary, by a document. Other words need another confirmation. */
@Entity('dictionary_confirmation')
@Index('ix_dictionary_confirmation_county', ['countyCode', 'dictionary'])
export class DictionaryConfirmation {
  @PrimaryColumn(idColumn('id'))
  id: string

  @Column(areaColumn('county_code'))
  countyCode: string

  @Column(codeColumn('dictionary', 40))
  dictionary: string

  /** SHA-256 of the words that were on screen. */
  @Column(codeColumn('words_hash', 64))
  wordsHash: string

  @Column(textColumn('document', 200))
  document: string

  @Column(idColumn('confirmed_by'))
  confirmedBy: string

  @Column(instantColumn('confirmed_at'))
  confirmedAt: Date
}
