import path from 'node:path'
import { Global, Module } from '@nestjs/common'
import { Config } from '../config/config.js'
import { BlobStore } from './blob-store.js'
import { DiskBlobStore } from './disk-blob-store.js'
import { S3BlobStore } from './s3-blob-store.js'

/** Where files are kept, as the environment says. */
export function openStore({ env }: Config): BlobStore {
  if (env.S3_BUCKET_URL === undefined) return new DiskBlobStore(path.join(env.DATA_DIR, 'attachments'))
  return new S3BlobStore({
    bucketUrl: env.S3_BUCKET_URL,
    region: env.S3_REGION,
    accessKeyId: env.S3_ACCESS_KEY_ID,
    secretAccessKey: env.S3_SECRET_ACCESS_KEY,
  })
}

@Global()
@Module({
  providers: [{ provide: BlobStore, inject: [Config], useFactory: openStore }],
  exports: [BlobStore],
})
export class StorageModule {}
