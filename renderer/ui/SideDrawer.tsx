import { Drawer, type DrawerProps } from 'antd'
import { useOpenDialog } from '../app/layer-store.ts'

/** antd's drawer; keys of the screen below rest while it is open. */
export function SideDrawer(props: DrawerProps) {
  useOpenDialog(props.open ?? false)
  return <Drawer {...props} />
}
