import { Button, Segmented } from 'antd'
import { useRef, useState } from 'react'
import { IMPORT_KINDS, type ImportKind } from '../../../shared/domain/imports/columns.ts'
import { SPOKEN_LIMITS } from '../../../shared/domain/imports/file-limits.ts'
import { useKeyHints } from '../../app/key-hints.ts'
import { useCommands } from '../../app/use-commands.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import styles from './ImportsScreen.module.css'
import { ReadingFile } from './ReadingFile.tsx'
import { useTemplate } from './use-import-files.ts'
import { useReading } from './use-reading.ts'

interface PickFileProps {
  /** Undefined: to be found out. */
  kind: ImportKind | undefined
  /** Name of the file being read. */
  reading: string | undefined
  readingId: string
  error: unknown
  onKind: (kind: ImportKind | undefined) => void
  onPick: (file: File) => void
  onCancel: () => void
}

export function PickFile({ kind, reading, readingId, error, onKind, onPick, onCancel }: PickFileProps) {
  const t = useTranslate()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const template = useTemplate()
  const progress = useReading(readingId, reading !== undefined)
  const choose = () => input.current?.click()

  useCommands([{ id: 'import-choose', key: 'imports.wizard.choose', shortcut: 'Ctrl+O', run: choose }])
  useKeyHints([{ keys: ['Ctrl+O'], text: t('imports.wizard.hints.choose') }])

  return (
    <section className={styles.pick}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button inside does the same */}
      <div
        className={styles.drop}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          const file = event.dataTransfer.files[0]
          if (file) onPick(file)
        }}
      >
        {reading ? (
          <ReadingFile fileName={reading} progress={progress} onCancel={onCancel} />
        ) : (
          <>
            <div>
              <b>{t('imports.wizard.drop')}</b>
              <div className="muted">{t('imports.wizard.dropHint')}</div>
              <div className="muted">{t('imports.wizard.dropLimits', SPOKEN_LIMITS)}</div>
            </div>
            <Button type="primary" onClick={choose}>
              {t('imports.wizard.choose')} <Kbd keys="Ctrl+O" onDark />
            </Button>
          </>
        )}
        <input
          ref={input}
          type="file"
          hidden
          accept=".xlsx,.csv,.xls,.txt"
          aria-label={t('imports.wizard.choose')}
          onChange={(event) => {
            const file = event.target.files?.[0]
            event.target.value = ''
            if (file) onPick(file)
          }}
        />
      </div>
      {Boolean(error) && <Failure error={error} />}
      <div className={styles.pickFoot}>
        <span className="muted">{t('imports.wizard.kindLabel')}</span>
        <Segmented<ImportKind | 'guess'>
          value={kind ?? 'guess'}
          aria-label={t('imports.wizard.kindLabel')}
          options={[
            { value: 'guess' as const, label: t('imports.wizard.kindGuess') },
            ...IMPORT_KINDS.map((value) => ({ value, label: t(`imports.kind.${value}`) })),
          ]}
          onChange={(value) => onKind(value === 'guess' ? undefined : value)}
        />
        <span className={styles.templates}>
          <span className="faint">{t('imports.wizard.templates')}</span>
          {IMPORT_KINDS.map((one) => (
            <Button
              key={one}
              type="link"
              size="small"
              loading={template.making === one}
              onClick={() => template.run(one)}
            >
              {t(`imports.kind.${one}`)}
            </Button>
          ))}
        </span>
      </div>
    </section>
  )
}
