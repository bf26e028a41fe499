import { TabPage } from '@/shared/tabs'
import { ME } from './by-role'

export default function MePage() {
  return <TabPage slot={3} byRole={ME} />
}
