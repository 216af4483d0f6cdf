import { useMemo } from 'react'
import type { MoodScale, OwnAnswer } from '../../../shared/contract/moods.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { Chart } from '../../charts/Chart.tsx'
import type { Palette } from '../../charts/chart-theme.ts'
import { Panel } from '../../ui/Panel.tsx'
import { curveOption } from './curve-option.ts'
import styles from './Moods.module.css'
import { levelName, tagNames } from './mood-words.ts'

interface OwnCurveProps {
  scale: MoodScale
  answers: readonly OwnAnswer[]
  /** Counters keep nothing to draw. */
  isNamed: boolean
}

export function OwnCurve({ scale, answers, isNamed }: OwnCurveProps) {
  const t = useTranslate()
  const language = useLanguage()
  const readable = useMemo(
    () => answers.flatMap(({ level, ...answer }) => (level === null ? [] : [{ ...answer, level }])),
    [answers],
  )
  const option = useMemo(() => {
    const names = scale.levels.map(({ value }) => [value, levelName(scale, value, language)] as const)
    return (palette: Palette) => curveOption(readable, new Map(names), palette)
  }, [readable, scale, language])
  const isShut = readable.length < answers.length
  return (
    <Panel title={t('moods.curve.title')} isPadded>
      {isShut && <p className={styles.quiet}>{t('moods.curve.locked')}</p>}
      {readable.length === 0 && !isShut && (
        <p className="muted">{t(isNamed ? 'moods.curve.none' : 'moods.curve.counters')}</p>
      )}
      {readable.length > 0 && (
        <Chart
          title={t('moods.curve.title')}
          option={option}
          height={180}
          table={{
            head: [t('moods.curve.day'), t('moods.curve.moment'), t('moods.curve.level'), t('moods.curve.tags')],
            rows: readable.map(({ on, moment, level, tags }) => [
              on,
              t(`moods.moment.${moment}`),
              levelName(scale, level, language),
              tagNames(scale, tags, language),
            ]),
          }}
        />
      )}
    </Panel>
  )
}
