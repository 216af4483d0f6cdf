import { Drawer, type DrawerProps } from 'antd'
import { useOpenDrawer } from '../app/layer-store.ts'

/** antd's drawer; keys of the screen below rest while it is open, and only then: nothing of it stays behind. */
export function SideDrawer(props: DrawerProps) {
  useOpenDrawer(props.open ?? false)
  return <Drawer destroyOnHidden {...props} />
}
