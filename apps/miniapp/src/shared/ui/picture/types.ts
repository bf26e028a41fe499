export type PictureProps = {
  src: string
  label: string
  className?: string
  /** `whole` keeps its proportions; `fill` takes the whole box. */
  fit: 'whole' | 'fill'
}
