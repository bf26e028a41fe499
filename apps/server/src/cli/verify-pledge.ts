import type { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type EvidenceFile, evidenceIn, pagesCheck } from '../modules/pledges/evidence/evidence-file.js'
import { readPublicKey } from '../modules/pledges/evidence/public-key.js'
import { type Check, chainFaults, verifyEvidence } from '../modules/pledges/evidence/verify-evidence.js'
import { certificatesOf } from '../platform/time-stamp/time-stamps.js'
import { print, runCommand } from './command.js'

const HELP = `用法：npm run verify-pledge -- 责任状.pdf [证据包.json …] [--key 公钥] [--text] [--json]

核验封存的责任状，不连服务器，不用数据库。PDF里带着证据包（evidence.json），也可以单独给证据包。
全文、笔迹、签名人、时间、封存签章、封存链上的位置和页面都重新算一遍，改过哪一项就说哪一项。

  --key 公钥     禁毒办公布的公钥：PEM文件、base64，或者 http 地址 /api/public/seal-keys 存成的JSON文件；可以给几次
                 不给时只打印公钥指纹，请自己和公布的对照
  --tsa-ca 文件  时间戳机构的根证书（PEM）；有第三方时间戳时用来核对是哪家机构
  --text         再打印证据包里的全文
  --json         按JSON打印，给程序用

给几份时还核对它们在封存链上接不接得上。
结束码：0 没有发现改动；1 有改动，或者读不出来；2 用法不对。`

const MARKS = { holds: '[一致]', changed: '[改过]', open: '[注意]' } as const

await runCommand(async () => {
  const options = parseOptions()
  if (!options || options.files.length === 0) {
    print(HELP)
    return options?.isHelp ? 0 : 2
  }
  const { files, keys, roots, isJson, isText } = options
  const results = await Promise.all(files.map((file) => verify(file, keys, roots)))
  const packages = results.flatMap(({ read }) => (read ? [read.evidence] : []))
  const chain = chainFaults(packages)
  const isWhole = chain.length === 0 && results.every(({ read, checks }) => read && holds(checks))
  if (isJson) print(JSON.stringify({ isWhole, chain, files: results.map(reportOf) }, null, 2))
  else {
    for (const result of results) tell(result, isText)
    for (const fault of chain) print(`${MARKS.changed} ${fault}`)
  }
  return isWhole ? 0 : 1
})

type Result = { file: string; read?: EvidenceFile; checks: Check[]; problem?: string }

function parseOptions() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        key: { type: 'string', multiple: true, default: [] },
        'tsa-ca': { type: 'string', multiple: true, default: [] },
        json: { type: 'boolean', default: false },
        text: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    return {
      files: values.help ? [] : positionals,
      keys: values.key.flatMap(readPublicKey),
      roots: values['tsa-ca'].flatMap(certificatesOf),
      isJson: values.json,
      isText: values.text,
      isHelp: values.help,
    }
  } catch (error) {
    print(`${(error as Error).message}\n`)
    return undefined
  }
}

async function verify(
  file: string,
  keys: readonly string[],
  roots: readonly X509Certificate[],
): Promise<Result> {
  try {
    const bytes = readFileSync(file)
    const read = evidenceIn(bytes)
    const pages = read.isPdf ? [await pagesCheck(bytes, read)] : []
    return { file, read, checks: [...verifyEvidence(read.evidence, keys, roots), ...pages] }
  } catch (error) {
    return { file, checks: [], problem: (error as Error).message }
  }
}

function holds(checks: readonly Check[]): boolean {
  return checks.every(({ result }) => result !== 'changed')
}

function reportOf({ file, read, checks, problem }: Result) {
  return {
    file,
    ...(read && { number: read.evidence.number, facts: read.evidence.facts }),
    ...(problem && { problem }),
    checks,
  }
}

function tell({ file, read, checks, problem }: Result, isText: boolean): void {
  if (!read) {
    print(`${file}\n${MARKS.changed} ${problem}`)
    return
  }
  const { evidence } = read
  print(`${file}\n${evidence.title}　编号 ${evidence.number}`)
  if (evidence.state === 'superseded') print(`${MARKS.open} 打印时已由新版代替。`)
  if (evidence.state === 'revoked') print(`${MARKS.open} 打印时已撤回。`)
  for (const { result, says } of checks) print(`${MARKS[result]} ${says}`)
  print(holds(checks) ? '结论：没有发现改动。\n' : '结论：有改动，不能作为凭证。\n')
  if (isText) print(`${evidence.text}\n`)
}
