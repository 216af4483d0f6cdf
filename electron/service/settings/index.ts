export { readSetting, readZone, writeSetting } from './setting-repository.ts'
