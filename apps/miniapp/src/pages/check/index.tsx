import { TabPage } from '@/shared/tabs'
import { CHECK } from './by-role'

export default function CheckPage() {
  return <TabPage slot={2} byRole={CHECK} />
}
