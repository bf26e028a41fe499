import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { assessmentsApi, type PaperEvidence, type VillageYear, type YearItem } from '@/shared/api'
import { common, year as copy } from '@/shared/copy'
import { toSignIn } from '@/shared/navigation'
import { letPhotosLeave } from '@/shared/photos'
import {
  Button,
  ErrorSummary,
  Failure,
  Field,
  fieldAnchor,
  focusOn,
  Heading,
  TextArea,
  TextInput,
} from '@/shared/ui'
import { scoreIn, scoreText } from '../../points'
import { useSending } from '../../use-sending'
import { emptyClaim, lacksBasis, withClaim } from '../view-model'
import { PaperPhotos, Papers, PapersToEdit, photosOf } from './papers'

type Props = { view: VillageYear; item: YearItem; isOpen: boolean; onKept: (view: VillageYear) => void }
const NO_PAPER: PaperEvidence = { title: '', number: '', keptAt: '', photos: [] }

/** What the village says of an item: its points where they differ, why, and which papers show it. */
export function ClaimForm({ view, item, isOpen, onKept }: Props) {
  const claim = item.claim ?? emptyClaim(item.id)
  const [points, setPoints] = useState(claim.points === null ? '' : scoreText(claim.points))
  const [note, setNote] = useState(claim.note)
  const [papers, setPapers] = useState(claim.papers)
  const [paper, setPaper] = useState(NO_PAPER)
  const { faults, told, busy, send, errorAt } = useSending()
  const photos = useRef<string[]>([])
  photos.current = photosOf([...papers, paper])
  // Closed after it was written, what it names leaves; closed without, there is nothing to send.
  useEffect(() => () => letPhotosLeave(photos.current), [])
  if (!isOpen && item.claim === null) return null
  if (!isOpen)
    return (
      <View className='dfv-stack'>
        <Heading level={3}>{copy.ownPart}</Heading>
        {claim.points !== null && <View className='dfv-text'>{copy.ownLine(scoreText(claim.points))}</View>}
        {claim.note !== '' && <View className='dfv-text'>{claim.note}</View>}
        <Papers view={view} papers={claim.papers} />
      </View>
    )
  const isWritten = paper.photos.length > 0 || NAMES.some((name) => paper[name].trim() !== '')
  const isWhole = paper.title.trim().length >= 2 && paper.keptAt.trim().length >= 2
  const own = points.trim() === '' ? null : scoreIn(points, item.weight)
  const all = isWritten ? [...papers, paper] : papers
  const needsNote = lacksBasis(item, { points: own, note: '', papers: all })
  const keep = () => {
    const wrong = [
      ...(points.trim() !== '' && own === null
        ? [{ field: 'points', text: copy.pointsWrong(scoreText(item.weight)) }]
        : []),
      ...(needsNote && note.trim() === '' ? [{ field: 'note', text: copy.basisMissing }] : []),
      ...(isWritten && !isWhole ? [{ field: 'papers', text: copy.paperWrong }] : []),
    ]
    void send(wrong, async () => {
      const next = { item: item.id, points: own, note: note.trim(), papers: all }
      onKept(await assessmentsApi.claim(view.areaCode, view.year, view.revision, withClaim(view, next)))
    })
  }
  return (
    <View className='dfv-stack'>
      <Heading level={3}>{copy.ownPart}</Heading>
      <ErrorSummary lines={faults} onJump={(field) => focusOn(fieldAnchor(field))} />
      {told && <Failure told={told} onSignIn={toSignIn} />}
      <Field
        name='points'
        label={copy.ownPoints}
        help={copy.ownPointsHelp}
        error={errorAt('points')}
        optional
      >
        <TextInput
          value={points}
          label={copy.ownPoints}
          maxLength={6}
          wrong={errorAt('points') !== undefined}
          onChange={setPoints}
        />
      </Field>
      <Field name='note' label={copy.note} error={errorAt('note')} optional={!needsNote}>
        <TextArea value={note} label={copy.note} maxLength={500} onChange={setNote} />
      </Field>
      <Field name='papers' label={copy.papers} help={copy.papersHelp} error={errorAt('papers')} group='group'>
        <PapersToEdit view={view} papers={papers} onChange={setPapers} />
        {NAMES.map((name) => (
          <View key={name} className='dfv-stack'>
            <View className='dfv-fine'>{LABELS[name]}</View>
            <TextInput
              value={paper[name]}
              label={LABELS[name]}
              maxLength={60}
              onChange={(text) => setPaper({ ...paper, [name]: text })}
            />
          </View>
        ))}
        <PaperPhotos
          view={view}
          photos={paper.photos}
          onChange={(ids) => setPaper((written) => ({ ...written, photos: ids }))}
        />
      </Field>
      <Button look='primary' disabled={busy} className='dfv-year-keep' onTap={keep}>
        {busy ? common.submitting : copy.keep}
      </Button>
    </View>
  )
}

const NAMES = ['title', 'number', 'keptAt'] as const
const LABELS = { title: copy.paperTitle, number: copy.paperNumber, keptAt: copy.paperKeptAt }
