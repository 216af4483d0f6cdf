import { describe, expect, it } from 'vitest'
import type { ItemWording } from '../../../shared/contract/checklists.ts'
import { translatorFor } from '../../../shared/messages/translator.ts'
import { wordsOf } from './use-words.ts'
import { differencesOf } from './wording-facts.ts'

const WORDING: ItemWording = {
  zone: 'lobby',
  order: 3,
  kind: 'hardware',
  zh: '室温适宜',
  en: 'Comfortable',
  how_to_check_zh: '看温度计',
  how_to_check_en: '',
  severity: 'minor',
  rounds: ['opening', 'closing'],
  cadence: 'daily',
  photo_on_fail: true,
  default_due_hours: 24,
  default_owner_role: 'lobby-manager',
  tags: [],
  core: false,
}
const CHECKLIST = {
  zones: [
    {
      id: 'lobby',
      order: 1,
      zh: '大堂',
      en: 'Lobby',
      walk_zh: '',
      walk_en: '',
      default_checker_role: null,
      isOn: true,
      isOwn: false,
    },
  ],
  conditions: [{ id: 'weather.rain', source: 'asked' as const, zh: '今天下雨', en: 'Rain today' }],
}

describe('differencesOf', () => {
  it('names only what differs, in words', () => {
    const reading = {
      label_zh: '室温',
      label_en: 'temperature',
      unit_zh: '°C',
      unit_en: '°C',
      min: 18,
      max_parameter: 'hot',
    }
    const after: ItemWording = {
      ...WORDING,
      cadence: 'weekly',
      default_weekday: 'wed',
      condition: 'weather.rain',
      rounds: ['midday'],
      reading,
    }
    expect(differencesOf(WORDING, after, wordsOf(CHECKLIST, translatorFor('zh-CN'), 'zh-CN'))).toEqual([
      { field: 'rounds', before: '开门前、闭店', after: '午间' },
      { field: 'cadence', before: '每日', after: '每周三' },
      { field: 'condition', before: '', after: '今天下雨' },
      { field: 'reading', before: '', after: '室温 ≥ 18 ≤ hot °C' },
    ])
    expect(differencesOf(WORDING, after, wordsOf(CHECKLIST, translatorFor('en'), 'en'))[0]).toEqual({
      field: 'rounds',
      before: 'Opening, Closing',
      after: 'Midday',
    })
  })

  it('finds nothing between a wording and itself', () => {
    expect(differencesOf(WORDING, { ...WORDING }, wordsOf(CHECKLIST, translatorFor('en'), 'en'))).toEqual([])
  })
})
