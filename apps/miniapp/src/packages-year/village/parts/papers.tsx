import { View } from '@tarojs/components'
import { useMemo } from 'react'
import { assessmentsApi, type PaperEvidence, type VillageYear } from '@/shared/api'
import { year as copy } from '@/shared/copy'
import { PhotoPicker, PhotoStrip, shownPhotos, UnsentPhotos } from '@/shared/photo-strip'
import { letPhotosLeave, useKeptPhotos } from '@/shared/photos'
import { Link } from '@/shared/ui'

/** As many as one paper takes; the server takes no more. */
const MOST_PHOTOS = 9

type Where = Pick<VillageYear, 'areaCode' | 'year'>

const useSource = ({ areaCode, year }: Where) =>
  useMemo(() => assessmentsApi.photos(areaCode, year), [areaCode, year])

type PapersProps = { view: VillageYear; papers: readonly PaperEvidence[] }

/** Papers with their photos, for whoever looks. */
export function Papers({ view, papers }: PapersProps) {
  const source = useSource(view)
  const kept = useKeptPhotos()
  return (
    <>
      {papers.map((paper) => (
        <View key={keyOf(paper)} className='dfv-stack dfv-year-paper'>
          <View className='dfv-text'>{copy.paper(paper.title, paper.number, paper.keptAt)}</View>
          <PhotoStrip photos={shownPhotos(paper.photos, kept, view.photos)} source={source} />
        </View>
      ))}
    </>
  )
}

type EditProps = PapersProps & { onChange: (papers: PaperEvidence[]) => void }

/** Papers that are written already: each takes photos later too, and can be taken out again. */
export function PapersToEdit({ view, papers, onChange }: EditProps) {
  const put = (at: number, next: readonly PaperEvidence[]) =>
    onChange([...papers.slice(0, at), ...next, ...papers.slice(at + 1)])
  return (
    <>
      {papers.map((paper, at) => (
        <View key={keyOf(paper)} className='dfv-stack dfv-year-paper'>
          <View className='dfv-text'>{copy.paper(paper.title, paper.number, paper.keptAt)}</View>
          <PaperPhotos
            view={view}
            photos={paper.photos}
            onChange={(photos) => put(at, [{ ...paper, photos }])}
          />
          <Link
            onTap={() => {
              put(at, [])
              letPhotosLeave(paper.photos)
            }}
          >
            {copy.removePaper}
          </Link>
        </View>
      ))}
    </>
  )
}

type PhotosProps = { view: VillageYear; photos: string[]; onChange: (ids: string[]) => void }

export function PaperPhotos({ view, photos, onChange }: PhotosProps) {
  const source = useSource(view)
  return (
    <PhotoPicker
      chosen={photos}
      most={MOST_PHOTOS}
      follows={copy.photosFollow}
      attachments={view.photos}
      source={source}
      onChange={onChange}
    />
  )
}

/** They leave by themselves, and the page asks for the year anew when they have. */
export function PhotosOnTheirWay({ view, onArrived }: { view: VillageYear; onArrived: () => void }) {
  const ids = view.items.flatMap((item) => photosOf(item.claim?.papers ?? []))
  return <UnsentPhotos ids={ids} onArrived={onArrived} />
}

export const photosOf = (papers: readonly PaperEvidence[]): string[] => papers.flatMap(({ photos }) => photos)

const keyOf = ({ title, number, keptAt }: PaperEvidence): string => `${title}${keptAt}${number}`
