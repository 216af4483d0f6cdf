import { Button, Segmented } from 'antd'
import { createPortal } from 'react-dom'
import { useKeyHints } from '../../../app/key-hints.ts'
import { replaceParams, useLocation } from '../../../app/route-store.ts'
import { useCommands } from '../../../app/use-commands.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { Failure } from '../../../ui/Failure.tsx'
import { Kbd } from '../../../ui/Kbd.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { Page } from '../../../ui/Page.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { useSheet } from '../round/use-round.ts'
import { roundTitle } from '../wording.ts'
import styles from './PrintPage.module.css'
import { RoundPaper } from './RoundPaper.tsx'
import { useBlankItems } from './use-blank-items.ts'

type Form = 'blank' | 'record'

/** Paper: what is seen here is what is printed. */
export function PrintPage({ uid }: { uid: string }) {
  const t = useTranslate()
  const { params } = useLocation()
  const sheet = useSheet(uid)
  const patrol = sheet.data?.patrol
  const isOpened = typeof patrol?.openedAt === 'number'
  const usual: Form = isOpened && (sheet.data?.answers.length ?? 0) > 0 ? 'record' : 'blank'
  const form: Form = params.form === 'blank' ? 'blank' : usual
  const blank = useBlankItems(patrol && !isOpened ? patrol : undefined)
  const print = () => window.print()
  const back = () => window.history.back()

  useCommands([
    { id: 'print', key: 'common.print', shortcut: 'Ctrl+P', run: print },
    { id: 'print-back', key: 'patrols.keys.back', shortcut: 'Escape', isKeyOnly: true, run: back },
  ])
  useKeyHints([
    { keys: ['Ctrl+P'], text: t('common.print') },
    { keys: ['Esc'], text: t('patrols.keys.back') },
  ])

  const items = isOpened ? sheet.data?.items : blank?.items
  const zones = isOpened ? sheet.data?.zones : blank?.zones
  const paper = sheet.data && items && zones && (
    <RoundPaper sheet={sheet.data} zones={zones} items={items} isRecord={form === 'record'} isEstimate={!isOpened} />
  )
  return (
    <Page>
      <PageHeader
        title={patrol ? roundTitle(patrol, t) : t('common.print')}
        lead={patrol?.on}
        actions={
          <>
            {usual === 'record' && patrol && (
              <Segmented<Form>
                value={form}
                onChange={(wanted) => replaceParams({ print: uid, form: wanted })}
                options={(['record', 'blank'] as const).map((value) => ({
                  value,
                  label: t(`patrols.print.${value}`, { round: t(`patrols.rounds.${patrol.round}`) }),
                }))}
              />
            )}
            <Button onClick={back}>{t('common.back')}</Button>
            <Button type="primary" disabled={!paper} onClick={print}>
              {t('common.print')} <Kbd keys="Ctrl+P" onDark />
            </Button>
          </>
        }
      />
      {sheet.error && <Failure error={sheet.error} onRetry={() => void sheet.refetch()} />}
      {!paper && !sheet.error && <LoadingRows rows={10} />}
      {paper && <div className={styles.preview}>{paper}</div>}
      {paper && createPortal(<div className={styles.document}>{paper}</div>, document.body)}
    </Page>
  )
}
