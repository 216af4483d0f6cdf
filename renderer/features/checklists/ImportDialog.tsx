import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ChangeEvent, type DragEvent, useRef, useState } from 'react'
import type { ChecklistImport } from '../../../shared/contract/checklists.ts'
import { SPOKEN_LIMITS } from '../../../shared/domain/imports/file-limits.ts'
import { useApi, useClient } from '../../services/use-client.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Overlay } from '../../ui/Overlay.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { notify } from '../../ui/toast-store.ts'
import styles from './Checklists.module.css'
import { Differences } from './ItemHistory.tsx'
import type { ChecklistWords } from './use-words.ts'

/** Choose a file, see what it would do, then apply it whole or not at all. */
export function ImportDialog({ words, onClose }: { words: ChecklistWords; onClose: () => void }) {
  const { t } = words
  const client = useClient()
  const { checklists: api } = useApi()
  const chooser = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File>()
  const [isOver, setOver] = useState(false)
  const preview = useMutation({
    mutationFn: (chosen: File) => client.checklists.previewImportFile({ file: chosen, fileName: chosen.name }),
    meta: { showsFailure: true },
  })
  const confirm = useMutation(api.confirmImportFile.mutationOptions({ meta: { showsFailure: true } }))
  const undo = useMutation(api.undoImport.mutationOptions())
  const plan = preview.data
  const error = preview.error ?? confirm.error

  function check(chosen: File | undefined) {
    if (!chosen) return
    setFile(chosen)
    confirm.reset()
    preview.mutate(chosen)
  }

  function choose(event: ChangeEvent<HTMLInputElement>) {
    check(event.target.files?.[0])
    event.target.value = ''
  }

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    check(event.dataTransfer.files[0])
  }

  function apply() {
    if (!file || !plan) return
    confirm.mutate(
      { file, fileName: file.name, basedOn: plan.version },
      {
        onSuccess({ added, reworded, switched, version, switchedIds }) {
          notify({
            tone: 'done',
            text: t('checklists.import.done', { added, reworded, switched }),
            undo: () =>
              undo.mutate(
                { version, switchedIds },
                { onSuccess: () => notify({ tone: 'done', text: t('checklists.import.undone') }) },
              ),
          })
          onClose()
        },
      },
    )
  }

  return (
    <Overlay label={t('checklists.import.title')} width={860} onClose={onClose}>
      <div className={styles.dialog}>
        <h2>{t('checklists.import.title')}</h2>
        <p className="muted">{t('checklists.import.intro')}</p>
        <input ref={chooser} type="file" accept=".xlsx,.csv" hidden onChange={choose} />
        {error && <Failure error={error} />}
        {!plan && (
          // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first
          <div
            className={styles.drop}
            data-over={isOver || undefined}
            onDragOver={(event) => {
              event.preventDefault()
              setOver(true)
            }}
            onDragLeave={() => setOver(false)}
            onDrop={drop}
          >
            <div>
              {preview.isPending ? t('checklists.import.reading') : t('checklists.import.drop')}
              <div className="muted">{t('imports.wizard.dropLimits', SPOKEN_LIMITS)}</div>
            </div>
            <Button type="primary" data-autofocus loading={preview.isPending} onClick={() => chooser.current?.click()}>
              {t('checklists.import.choose')}
            </Button>
          </div>
        )}
        {plan && <Plan plan={plan} words={words} />}
        <div className={styles.foot}>
          {plan && <Button onClick={() => chooser.current?.click()}>{t('checklists.import.chooseOther')}</Button>}
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          {plan && plan.items.length > 0 && (
            <Button type="primary" loading={confirm.isPending} onClick={apply}>
              {t(plan.counts.leftOut > 0 ? 'checklists.import.applyRest' : 'checklists.import.apply', {
                count: plan.counts.added + plan.counts.reworded + plan.counts.switched,
                left: plan.counts.leftOut,
              })}
            </Button>
          )}
        </div>
      </div>
    </Overlay>
  )
}

function Plan({ plan, words }: { plan: ChecklistImport; words: ChecklistWords }) {
  const { t } = words
  const { leftOut, ...counts } = plan.counts
  return (
    <>
      <p>
        {t(
          plan.items.length > 0 || plan.faults.length > 0 ? 'checklists.import.counts' : 'checklists.import.nothing',
          counts,
        )}{' '}
        {leftOut > 0 && <StatusTag tone="amber">{t('checklists.import.leftOut', { count: leftOut })}</StatusTag>}
      </p>
      {plan.ignoredColumns.length > 0 && (
        <p className="muted">
          {t('checklists.import.ignored', { columns: plan.ignoredColumns.join(t('checklists.listComma')) })}
        </p>
      )}
      {plan.faults.length > 0 && (
        <div className={styles.scroll} style={{ maxHeight: 180 }}>
          <table>
            <thead>
              <tr>
                <th>{t('checklists.import.row')}</th>
                <th>{t('checklists.import.column')}</th>
                <th>{t('checklists.import.what')}</th>
              </tr>
            </thead>
            <tbody>
              {plan.faults.map(({ row, column, kind, value }) => (
                <tr key={`${row}/${column}/${kind}`}>
                  <td>{row}</td>
                  <td>{column}</td>
                  <td>{t(`checklists.import.fault.${kind}`, { value })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {plan.items.length > 0 && (
        <div className={styles.scroll}>
          <table>
            <thead>
              <tr>
                <th>{t('checklists.import.row')}</th>
                <th>{t('checklists.import.change')}</th>
                <th>{t('checklists.table.item')}</th>
              </tr>
            </thead>
            <tbody>
              {plan.items.map((item) => (
                <tr key={item.row}>
                  <td>{item.row}</td>
                  <td>
                    <StatusTag tone={item.kind === 'added' ? 'blue' : 'pine'}>
                      {item.kind === 'switched'
                        ? t(item.isOn ? 'checklists.import.turnsOn' : 'checklists.import.turnsOff')
                        : t(`checklists.import.kindOf.${item.kind}`)}
                    </StatusTag>
                  </td>
                  <td>
                    <div>
                      <span className="faint">{words.zone(item.zone)}</span> {words.pick(item.zh, item.after.en)}
                    </div>
                    {item.kind === 'reworded' && item.before && (
                      <Differences before={item.before} after={item.after} words={words} />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
