import { AwsClient } from 'aws4fetch'
import { BlobStore } from './blob-store.js'

export type S3Settings = {
  /** Address of the bucket, in whichever style the service wants: `https://host/bucket` or `https://bucket.host`. */
  bucketUrl: string
  region: string
  accessKeyId: string
  secretAccessKey: string
}

/** A store that does not answer must not hold a phone's request for longer than a phone waits. */
const TIMEOUT_MS = 20_000

/** Any S3-compatible service: MinIO in the town's own machine room, or a cloud's object storage. */
export class S3BlobStore extends BlobStore {
  private readonly client: AwsClient
  private readonly bucketUrl: string

  constructor(settings: S3Settings) {
    super()
    const { accessKeyId, secretAccessKey, region } = settings
    this.client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 3 })
    this.bucketUrl = settings.bucketUrl.replace(/\/$/, '')
  }

  protected async write(address: string, bytes: Buffer): Promise<void> {
    if ((await this.ask('HEAD', address)).ok) return
    const answer = await this.ask('PUT', address, bytes)
    if (!answer.ok) throw refusal('PUT', answer)
  }

  protected async read(address: string): Promise<Buffer | undefined> {
    const answer = await this.ask('GET', address)
    if (answer.status === 404) return undefined
    if (!answer.ok) throw refusal('GET', answer)
    return Buffer.from(await answer.arrayBuffer())
  }

  protected async erase(address: string): Promise<void> {
    const answer = await this.ask('DELETE', address)
    if (!answer.ok && answer.status !== 404) throw refusal('DELETE', answer)
  }

  private async ask(method: string, address: string, body?: Buffer): Promise<Response> {
    const url = `${this.bucketUrl}/${address.slice(0, 2)}/${address}`
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    if (!body) return this.client.fetch(url, { method, signal })
    const headers = { 'content-type': 'application/octet-stream', 'x-amz-content-sha256': address }
    return this.client.fetch(url, { method, signal, headers, body: new Uint8Array(body) })
  }
}

const refusal = (method: string, { status }: Response): Error =>
  new Error(`The object store answered ${method} with ${status}.`)
