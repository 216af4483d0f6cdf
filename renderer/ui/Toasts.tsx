import { useStore } from 'zustand'
import { layerStore } from '../app/layer-store.ts'
import { useTranslate } from '../app/use-translate.ts'
import { Kbd } from './Kbd.tsx'
import styles from './Toasts.module.css'
import { dismissToast, toastStore, undoToast } from './toast-store.ts'

export function Toasts() {
  const t = useTranslate()
  const toasts = useStore(toastStore, (state) => state.toasts)
  const isBesideDrawer = useStore(layerStore, ({ drawers }) => drawers > 0)
  return (
    <div className={styles.stack} data-beside-drawer={isBesideDrawer || undefined} role="status" aria-live="polite">
      {toasts.map((toast) => (
        <div key={toast.id} className={styles.toast} data-tone={toast.tone}>
          <div>
            <div>{toast.text}</div>
            {toast.more && <div className="muted">{toast.more}</div>}
          </div>
          {toast.undo && (
            <button type="button" className={styles.undo} onClick={() => undoToast(toast.id)}>
              {t('common.undo')} <Kbd keys="Ctrl+Z" />
            </button>
          )}
          <button
            type="button"
            className={styles.close}
            aria-label={t('common.close')}
            onClick={() => dismissToast(toast.id)}
          >
            <span aria-hidden="true">×</span>
          </button>
        </div>
      ))}
    </div>
  )
}
