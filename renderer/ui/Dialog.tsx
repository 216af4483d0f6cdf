import { Modal, type ModalProps } from 'antd'
import { useOpenDialog } from '../app/layer-store.ts'

/** antd's dialog; keys of the screen below rest while it is open. */
export function Dialog(props: ModalProps) {
  useOpenDialog(props.open ?? false)
  return <Modal {...props} />
}
