import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Injectable } from '@nestjs/common'
import { Config } from '../config/config.js'
import { checkTimeStamp, type TimeStamp, timeStampRequest, tokenIn } from './time-stamp-token.js'

const TIMEOUT_MS = 10_000
const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g

/** The time-stamping authority of the configuration (RFC 3161 over HTTP). There need not be one. */
@Injectable()
export class TimeStamps {
  private readonly roots: readonly X509Certificate[]

  constructor(private readonly config: Config) {
    const { TSA_CA_FILE } = config.env
    this.roots = TSA_CA_FILE === undefined ? [] : certificatesOf(TSA_CA_FILE)
  }

  get isOn(): boolean {
    return this.config.env.TSA_URL !== undefined
  }

  /**
   * Has a hash stamped. What the authority answers is checked before it is given back.
   * @param hash SHA-256 in hex
   * @returns the token, DER
   * @throws Error when the authority cannot be reached, refuses, or answers what does not hold
   */
  async stamp(hash: string): Promise<Buffer> {
    const imprint = Buffer.from(hash, 'hex')
    const request = timeStampRequest(imprint)
    const answer = await fetch(this.config.env.TSA_URL ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query' },
      body: new Uint8Array(request.bytes),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    if (!answer.ok) throw new Error(`time-stamping authority answered ${answer.status}`)
    const token = tokenIn(Buffer.from(await answer.arrayBuffer()), request)
    if (!checkTimeStamp(token, imprint, this.roots).isTrusted)
      throw new Error('time stamp does not go back to TSA_CA_FILE')
    return token
  }

  /** @throws Error when the token does not hold for the hash */
  check(token: Buffer, hash: string): TimeStamp {
    return checkTimeStamp(token, Buffer.from(hash, 'hex'), this.roots)
  }
}

/** Every certificate of a PEM file. @throws Error when there is none */
export function certificatesOf(file: string): X509Certificate[] {
  const found = readFileSync(file, 'utf8').match(CERTIFICATE)
  if (!found) throw new Error(`${file} holds no certificate.`)
  return found.map((pem) => new X509Certificate(pem))
}
