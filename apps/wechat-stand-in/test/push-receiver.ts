import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { open, PushCryptoError, sign } from '../src/push-crypto.js'
import { APPID } from './harness.js'

export const TOKEN = 'pushtoken12345'
export const AES_KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'

export type Received = { text: string; message: Record<string, unknown> }

/** A message receiver as a correct server has it; tests bend it to see what the stand-in finds. */
export class PushReceiver {
  readonly received: Received[] = []
  /** replaces the answer to a message that was accepted */
  answer: (response: ServerResponse) => void = (response) => response.end('success')
  answerEcho: (echo: string, response: ServerResponse) => void = (echo, response) => response.end(echo)
  checksSignature = true

  private constructor(
    private readonly server: ReturnType<typeof createServer>,
    readonly url: string,
  ) {}

  static async start(): Promise<PushReceiver> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const receiver = new PushReceiver(
      server,
      `http://127.0.0.1:${(server.address() as AddressInfo).port}/wechat/push`,
    )
    server.on('request', (request, response) => void receiver.#handle(request, response))
    return receiver
  }

  get target() {
    return { url: this.url, token: TOKEN, encodingAesKey: AES_KEY }
  }

  get messages(): Record<string, unknown>[] {
    return this.received.map(({ message }) => message)
  }

  close(): Promise<void> {
    this.server.closeAllConnections()
    return new Promise((resolve) => this.server.close(() => resolve()))
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const query = new URL(request.url!, 'http://receiver').searchParams
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const text = this.#read(query, Buffer.concat(chunks).toString('utf8'))
    if (text === null) {
      response.writeHead(401).end()
    } else if (request.method === 'GET') {
      this.answerEcho(query.get('echostr')!, response)
    } else {
      this.received.push({ text, message: JSON.parse(text) as Record<string, unknown> })
      this.answer(response)
    }
  }

  /** null: refuse */
  #read(query: URLSearchParams, body: string): string | null {
    const parts = [TOKEN, query.get('timestamp')!, query.get('nonce')!]
    if (query.get('encrypt_type') !== 'aes') {
      return !this.checksSignature || query.get('signature') === sign(...parts) ? body : null
    }
    const { Encrypt } = JSON.parse(body) as { Encrypt: string }
    if (this.checksSignature && query.get('msg_signature') !== sign(...parts, Encrypt)) return null
    try {
      const { message, appid } = open(Encrypt, AES_KEY)
      return appid === APPID ? message : null
    } catch (error) {
      if (error instanceof PushCryptoError) return null
      throw error
    }
  }
}
