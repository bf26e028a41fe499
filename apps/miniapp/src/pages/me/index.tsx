import { TabPage } from '@/shared/tabs'
import { ME } from './by-role'

export default function MePage() {
  // Text size and privacy are for everybody, also when a session has expired.
  return <TabPage slot={3} byRole={ME} open />
}
