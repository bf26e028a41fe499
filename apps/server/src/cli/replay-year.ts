import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type Replay, replayArchive } from '../modules/assessment/replay/replay-archive.js'
import { unpackArchive } from '../modules/assessment/replay/unpack-archive.js'
import { print, runCommand } from './command.js'

const HELP = `用法：npm run replay-year -- 年度档案.zip [--current] [--json]

复算年度档案里冻结的考核，不连服务器，不用数据库。
  1. 按 index.json 核对档案里每个文件的校验值，少了、多了、改过的都列出来；
  2. 用冻结时一同存下的程序 assess.mjs 重新评一遍，看和存下的结论、得分是不是一字不差。
     这个程序在受限的进程里运行：不能写文件，不能启动别的程序，只能读自己的文件夹。

  --current   再用现行的规则评一遍，逐条列出和冻结时不一样的地方（规则改了就会不一样，不是错误）
  --json      按JSON打印，给程序用

镇禁毒办导出的档案才带有冻结的台账；别的岗位导出的，只能核对校验值。
结束码：0 都一致；1 有不一致，或者读不出来；2 用法不对。`

await runCommand(async () => {
  const options = parseOptions()
  if (!options?.file) {
    print(HELP)
    return options?.isHelp ? 0 : 2
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'replay-year-'))
  try {
    const archive = await unpackArchive(options.file, folder)
    const replays = await replayArchive(archive, options.isCurrent)
    const isWhole = archive.faults.length === 0 && replays.every(({ isSame }) => isSame)
    if (options.isJson) print(JSON.stringify({ isWhole, faults: archive.faults, replays }, null, 2))
    else tell(archive.files.length, archive.faults, replays, options.isCurrent)
    return isWhole ? 0 : 1
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

function parseOptions() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        current: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    return {
      file: values.help ? undefined : positionals[0],
      isCurrent: values.current,
      isJson: values.json,
      isHelp: values.help,
    }
  } catch (error) {
    print(`${(error as Error).message}\n`)
    return undefined
  }
}

function tell(
  count: number,
  faults: readonly string[],
  replays: readonly Replay[],
  isCurrent: boolean,
): void {
  for (const fault of faults) print(`[改过] ${fault}`)
  if (faults.length === 0) print(`[一致] ${count}个文件的校验值`)
  if (replays.length === 0) print('[注意] 档案里没有冻结的台账，不能复算。')
  for (const { folder, isSame, reason, changes } of replays) {
    print(isSame ? `[一致] ${folder}：复算的结论、得分一字不差` : `[不一致] ${folder}：${reason}`)
    if (!isCurrent) continue
    print(changes.length === 0 ? '　　按现行规则评，逐条都一样。' : '　　按现行规则评，这些不一样：')
    for (const change of changes) print(`　　　　${change}`)
  }
}
