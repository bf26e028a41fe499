import { TabPage } from '@/shared/tabs'
import { WORK } from './by-role'

export default function WorkPage() {
  return <TabPage slot={1} byRole={WORK} />
}
