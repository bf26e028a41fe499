import type { ClassBoard } from '@/shared/api'
import { classes as copy } from '@/shared/copy'

const MINUTE_MS = 60_000
/** So many questions are worth going over before the bell. */
const HARDEST = 3

export type BoardView = {
  /** 38 26 14 */
  code: string | null
  spoken: string
  left: string
  handedIn: string
  missing: number
  result: string | null
  recorded: string | null
  hardest: { stem: string; note: string }[]
  hardestNote: string | null
}

/** What stands on the board at a moment. @param nowMs by the server's clock */
export function boardView(board: ClassBoard, nowMs: number): BoardView {
  const minutes = Math.ceil((Date.parse(board.codeUntil) - nowMs) / MINUTE_MS)
  const isOver = board.endedAt !== null
  return {
    code: board.code === null ? null : (board.code.match(/../g) ?? []).join(' '),
    spoken: board.code === null ? '' : copy.codeSpoken(board.code),
    left: minutes > 0 ? copy.minutesLeft(minutes) : copy.codeOver,
    handedIn: copy.handedIn(board.answered, board.pupils),
    missing: Math.max(0, board.pupils - board.answered),
    result: !isOver ? null : board.valid === null ? copy.few : copy.counted(board.valid, board.aware ?? 0),
    recorded: !isOver ? null : board.recorded ? copy.recorded : copy.notRecorded,
    hardest: board.questions
      .filter(({ asked, correct }) => correct < asked)
      .slice(0, HARDEST)
      .map(({ stem, asked, correct }) => ({ stem, note: copy.rightOf(correct, asked) })),
    hardestNote: board.questions.length === 0 && !isOver ? copy.hardestLater : null,
  }
}
