import { addDays } from '../../../../shared/domain/business-day.ts'
import { resources } from '../../../../shared/messages/index.ts'
import { readWeekWeather } from '../../moods/index.ts'
import type { WallReader } from './wall-reader.ts'

/** One band of the whole outlet, in the words everybody reads on the own page; left out where it was not published. */
export const weekWeather: WallReader = ({ call, on }) => {
  const weather = readWeekWeather({ ...call, today: on })
  if (!weather) return null
  const text = { zh: resources['zh-CN'].moods.band[weather.band], en: resources.en.moods.band[weather.band] }
  return { rows: [{ text }], span: { from: weather.week, to: addDays(weather.week, 6) } }
}
