import { Entity, Index, PrimaryColumn } from 'typeorm'
import { idColumn } from '../../platform/database/columns.js'

/** Which records an upload wrote or corrected, so that they can be reviewed together. */
@Entity('import_record')
@Index('ix_import_record', ['recordId'])
export class ImportRecordRow {
  @PrimaryColumn(idColumn('import_id'))
  importId: string

  @PrimaryColumn(idColumn('record_id'))
  recordId: string
}
