import type { Translated } from '../translated.ts'
import type { today as chinese } from '../zh-CN/today.ts'

export const today: Translated<typeof chinese> = {
  title: 'Today',
  morning: 'Good morning, {{name}}',
  noon: 'Hello, {{name}}',
  afternoon: 'Good afternoon, {{name}}',
  evening: 'Good evening, {{name}}',
  dayLine: 'The day',
  todo: 'Waiting for me',
  month: 'This month so far',
  week: 'This week',
  goodThings: 'Good things from yesterday',
  nextStepsTitle: 'What to do next',
  stepPeople: 'Add your colleagues',
  stepPeopleText: '{{count}} on duty now. Rounds and rectification need people to go to.',
  stepImport: 'Import the roster',
  stepImportText: 'Bring in everybody from an Excel roster at once.',
  stepKeys: 'Try the keyboard',
  stepKeysText: 'Ctrl K finds any person or command, ? shows all shortcuts.',
  nothingYet: 'Nothing is planned today',
  nothingYetText: 'Rounds and meetings of the day stand here as one line.',
  nothingToDo: 'Nothing waits for you',
  nothingToDoText: 'Rectification, verification and reading for you stand here by weight.',
}
