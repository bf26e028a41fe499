import { useState } from 'react'
import { listsApi, type ScreenListId } from '@/shared/api'
import { policies as copy } from '@/shared/copy'
import { tell } from '@/shared/errors'
import { today } from '@/shared/platform'
import { Button, Region } from '@/shared/ui'

/** Saves the list on this screen as a worksheet: all its rows, also those not shown yet. */
export function SaveList({ list, title }: { list: ScreenListId; title: string }) {
  const [busy, setBusy] = useState(false)
  const [news, setNews] = useState<string | null>(null)
  const save = async () => {
    if (busy) return
    setBusy(true)
    setNews(null)
    try {
      await listsApi.workbook(list, title, today())
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
