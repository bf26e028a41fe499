export type PictureProps = {
  src: string
  label: string
  className?: string
  /** `whole` keeps its proportions; `cover` too, and cuts what is too much; `fill` takes the whole box. */
  fit: 'whole' | 'cover' | 'fill'
}
