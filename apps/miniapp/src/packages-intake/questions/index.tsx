import { View } from '@tarojs/components'
import { useState } from 'react'
import { quizBankApi, type UploadedQuestions } from '@/shared/api'
import { questionTable as copy, tables } from '@/shared/copy'
import { type Told, tell } from '@/shared/errors'
import { goBack } from '@/shared/navigation'
import { chooseWorkbook, isWeapp } from '@/shared/platform'
import { Button, Heading, Page, Region } from '@/shared/ui'
import { Result } from '../tables/parts/result'
import { shownTable } from './view-model'

/** The question bank as a table: out, changed on a computer, and in again. */
export default function QuestionTablePage() {
  const [uploaded, setUploaded] = useState<UploadedQuestions | null>(null)
  const [busy, setBusy] = useState<'reading' | 'writing' | null>(null)
  const [told, setTold] = useState<Told | null>(null)

  /** One thing at a time; whatever goes wrong is said where it was asked for. */
  const doing = async (what: 'reading' | 'writing' | null, work: () => Promise<void>) => {
    if (busy) return
    setBusy(what)
    setTold(null)
    try {
      await work()
    } catch (error) {
      const found = tell(error)
      setTold(found.kind === 'offline' ? { ...found, text: tables.offline } : found)
    } finally {
      setBusy(null)
    }
  }
  const upload = () =>
    doing('reading', async () => {
      const file = await chooseWorkbook()
      if (file) setUploaded(await quizBankApi.upload(file.bytes))
    })
  const confirm = () =>
    doing('writing', async () => {
      if (uploaded) setUploaded(await quizBankApi.confirm(uploaded.id))
    })
  const faulty = () =>
    doing(null, async () => {
      if (uploaded) await quizBankApi.faulty(uploaded.id, copy.fileFaulty)
    })

  return (
    <Page title={copy.title}>
      <Heading level={1}>{copy.title}</Heading>
      <View className='dfv-text'>{copy.lead}</View>
      <View className='dfv-columns'>
        <View className='dfv-columns__one'>
          <View className='dfv-card dfv-stack'>
            <Heading level={2}>{copy.out}</Heading>
            <Button
              icon='document'
              className='dfv-bank-export'
              onTap={() => doing(null, () => quizBankApi.workbook({}, copy.fileAll))}
            >
              {copy.outAll}
            </Button>
            <View className='dfv-fine'>{copy.outAllNote}</View>
            <Button
              icon='document'
              className='dfv-bank-template'
              onTap={() => doing(null, () => quizBankApi.template(copy.fileEmpty))}
            >
              {copy.outEmpty}
            </Button>
            <View className='dfv-fine'>{copy.outEmptyNote}</View>
          </View>
        </View>
        <View className='dfv-columns__one'>
          <View className='dfv-card dfv-stack'>
            <Heading level={2}>{copy.into}</Heading>
            <Button
              look={uploaded ? 'plain' : 'primary'}
              icon='send'
              className='dfv-bank-upload'
              onTap={upload}
              disabled={busy !== null}
            >
              {uploaded?.state === 'faulty' ? tables.again : tables.upload}
            </Button>
            <View className='dfv-fine'>{isWeapp ? tables.uploadHelpPhone : tables.uploadHelpPc}</View>
          </View>
          <Region role='status' className='dfv-news'>
            {busy ? tables[busy] : ''}
          </Region>
          {told && (
            <Region role='alert' className='dfv-card'>
              {told.text}
              {told.reference && <View className='dfv-fine'>{told.reference}</View>}
            </Region>
          )}
          {uploaded && (
            <Result
              uploaded={shownTable(uploaded)}
              words={copy}
              busy={busy !== null}
              onConfirm={confirm}
              onDrop={() => setUploaded(null)}
              onDownload={faulty}
              onMore={() => setUploaded(null)}
              onList={goBack}
            />
          )}
        </View>
      </View>
    </Page>
  )
}
