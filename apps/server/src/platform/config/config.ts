import { z } from 'zod'

/** Addresses under which WeChat's own API is documented to answer. Nothing else is accepted in production. */
export const WECHAT_API_BASES = [
  'https://api.weixin.qq.com',
  'https://api2.weixin.qq.com',
  'https://sh.api.weixin.qq.com',
  'https://sz.api.weixin.qq.com',
  'https://hk.api.weixin.qq.com',
]

const Environment = z
  .object({
    APP_MODE: z.enum(['demo', 'production']).default('demo'),
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    /** Address to listen on; the demo stays on this machine unless told otherwise. */
    HOST: z.string().optional(),
    DATABASE_URL: z.url(),
    DB_POOL: z.coerce.number().int().min(1).max(64).default(8),
    /** JSON file with the key ring, readable by the server's user only. */
    KEYS_FILE: z.string().min(1),
    /** Folder for what the server writes beside the database: daily audit anchors, and photos unless S3 keeps them. */
    DATA_DIR: z.string().min(1),
    /** Address of an S3 bucket for photos, `https://host/bucket` or `https://bucket.host`; absent: they lie in DATA_DIR. */
    S3_BUCKET_URL: z.url().optional(),
    S3_REGION: z.string().default('us-east-1'),
    S3_ACCESS_KEY_ID: z.string().default(''),
    S3_SECRET_ACCESS_KEY: z.string().default(''),
    /** Built H5 app; absent when a proxy serves it. */
    H5_DIR: z.string().optional(),
    /** Address that people reach, used in QR codes. */
    PUBLIC_URL: z.url().optional(),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    /** `off`: this replica answers requests only and leaves the leased jobs to others. */
    JOBS: z.enum(['on', 'off']).default('on'),
    /** Who may read `/metrics`: this machine, or every address of the private ranges. */
    METRICS: z.enum(['loopback', 'private']).default('loopback'),
    TRUST_PROXY: z.enum(['on', 'off']).default('off'),
    /** Requests a minute and replica; 0 = no limit (for measurements). */
    ACCOUNT_REQUESTS_PER_MINUTE: z.coerce.number().int().min(0).default(1_200),
    /** One address may be a whole village behind NAT. */
    ADDRESS_REQUESTS_PER_MINUTE: z.coerce.number().int().min(0).default(6_000),
    WECHAT_APPID: z.string().default(''),
    WECHAT_SECRET: z.string().default(''),
    WECHAT_API_BASE: z.url().default('https://api.weixin.qq.com'),
    WECHAT_PUSH_TOKEN: z.string().default(''),
    WECHAT_PUSH_AES_KEY: z.string().default(''),
    /** How far a push's own time may be from ours, seconds; 0 switches the check off. */
    WECHAT_PUSH_WINDOW_S: z.coerce.number().int().min(0).default(300),
    WECHAT_STATE: z.enum(['developer', 'trial', 'formal']).default('formal'),
    /** JSON file: subscribe-message templates with their ids and keyword keys. */
    WECHAT_TEMPLATES_FILE: z.string().optional(),
    HOTLINE_TOWN: z.string().default(''),
    /** Time-stamping authority for sealed pledges (RFC 3161 over HTTP); absent: the times are the system's own alone. */
    TSA_URL: z.url().optional(),
    /** PEM file: certificates that the authority's own must go back to. */
    TSA_CA_FILE: z.string().optional(),
  })
  .refine(({ TSA_URL, TSA_CA_FILE }) => TSA_URL === undefined || TSA_CA_FILE !== undefined, {
    path: ['TSA_CA_FILE'],
    message: 'is needed with TSA_URL',
  })

export type Environment = z.infer<typeof Environment>

export class Config {
  constructor(readonly env: Environment) {}

  get isDemo(): boolean {
    return this.env.APP_MODE === 'demo'
  }

  get host(): string {
    return this.env.HOST ?? (this.isDemo ? '127.0.0.1' : '0.0.0.0')
  }

  get publicUrl(): string {
    return (this.env.PUBLIC_URL ?? `http://localhost:${this.env.PORT}`).replace(/\/$/, '')
  }
}

/**
 * Reads and checks the environment: the only reader of `process.env`, but for
 * `RARE_FONTS_DIR`, which whatever prints needs, also without a configuration (see `pdf-fonts.ts`).
 * @throws Error with one sentence per wrong variable
 */
export function readConfig(source: NodeJS.ProcessEnv): Config {
  const parsed = Environment.safeParse(source)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The environment is not usable.\n  ${lines.join('\n  ')}`)
  }
  const config = new Config(parsed.data)
  const refusals = productionRefusals(config)
  if (refusals.length > 0)
    throw new Error(`Refusing to start in production mode.\n  ${refusals.join('\n  ')}`)
  return config
}

/** Why a production start must not go on: a demo part left in place would open the real town's data. */
export function productionRefusals(config: Config): string[] {
  if (config.isDemo) return []
  const { env } = config
  const refusals: string[] = []
  if (env.S3_BUCKET_URL !== undefined && (env.S3_ACCESS_KEY_ID === '' || env.S3_SECRET_ACCESS_KEY === ''))
    refusals.push('S3_BUCKET_URL is given without S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY.')
  if (!WECHAT_API_BASES.includes(env.WECHAT_API_BASE.replace(/\/$/, ''))) {
    refusals.push(`WECHAT_API_BASE ${env.WECHAT_API_BASE} is not one of WeChat's own addresses.`)
  }
  if (!/^wx[0-9a-f]{16}$/.test(env.WECHAT_APPID)) refusals.push('WECHAT_APPID is not an AppID.')
  if (env.WECHAT_SECRET.length < 32) refusals.push('WECHAT_SECRET is missing.')
  if (!env.PUBLIC_URL?.startsWith('https://')) refusals.push('PUBLIC_URL must be an https address.')
  return refusals
}
