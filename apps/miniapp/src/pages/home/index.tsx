import { TabPage } from '@/shared/tabs'
import { HOME } from './by-role'

export default function HomePage() {
  return <TabPage slot={0} byRole={HOME} />
}
