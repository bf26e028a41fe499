import { useState } from 'react'
import { type DutyFilter, listsApi, type ScreenListId } from '@/shared/api'
import { policies as copy } from '@/shared/copy'
import { tell } from '@/shared/errors'
import { today } from '@/shared/platform'
import { Button, Region } from '@/shared/ui'

type Props = { list: ScreenListId; title: string; chosen?: DutyFilter }

/** Saves the list on this screen as a worksheet: all its rows as they were chosen, also those not shown yet. */
export function SaveList({ list, title, chosen }: Props) {
  const [busy, setBusy] = useState(false)
  const [news, setNews] = useState<string | null>(null)
  const save = async () => {
    if (busy) return
    setBusy(true)
    setNews(null)
    try {
      await listsApi.workbook(list, title, today(), chosen)
      setNews(copy.saved)
    } catch (error) {
      setNews(tell(error).text)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button small icon='document' className='dfv-save-list' disabled={busy} onTap={save}>
        {copy.excel}
      </Button>
      <Region role='status'>{news}</Region>
    </>
  )
}
