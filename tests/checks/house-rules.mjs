import { readFileSync } from 'node:fs'
import { sourceFiles } from './source-files.mjs'

/** Each rule names its cure. `where` and `except` are tested against the path. */
const RULES = [
  {
    pattern: /\bDate\.now\(|new Date\(\)/,
    where: /^(electron\/service|shared)\//,
    cure: 'take the instant from call.now or ports.clock',
  },
  { pattern: /\brandomUUID\b|Math\.random\(/, where: /^(electron\/service|shared)\//, cure: 'take ids from ports.ids' },
  { pattern: /\bnode:sqlite\b/, where: /^(electron|shared|renderer)\//, cure: 'two SQLites in one process lose locks' },
  {
    pattern: /\blocalStorage\b/,
    where: /^renderer\//,
    except: /preferences-store\.ts$/,
    cure: 'use preferences-store',
  },
  {
    pattern: /\bipcMain\.(handle|on)\(/,
    where: /^electron\//,
    except: /electron\/main\/.*(guard|registrar|ipc).*\.ts$/,
    cure: 'register through the sender guard',
  },
  {
    pattern: /webSecurity\s*:\s*false|nodeIntegration\s*:\s*true|contextIsolation\s*:\s*false|sandbox\s*:\s*false/,
    where: /^electron\//,
    cure: 'never',
  },
  {
    pattern: /import \{.*\b(Modal|Drawer)\b.*\} from 'antd'/,
    where: /^renderer\//,
    except: /^renderer\/ui\/(Dialog|SideDrawer)\.tsx$/,
    cure: 'use Dialog or SideDrawer, which keep keys from the screen below',
  },
  { pattern: /\b(TODO|FIXME|XXX)\b/, where: /^(electron|shared|renderer)\//, cure: 'do it, or say it in the note' },
  {
    pattern: /@ts-(ignore|nocheck|expect-error)|biome-ignore(?! .*: \S)/,
    where: /^(electron|shared|renderer)\//,
    cure: 'mend the type, or give the reason in the line',
  },
  { pattern: /\bexport \* from\b/, where: /^(electron|shared|renderer)\//, cure: 'name what the door lets out' },
]

const broken = sourceFiles(['shared', 'electron', 'renderer'])
  .filter((file) => /\.tsx?$/.test(file) && !/\.test(-d)?\.tsx?$/.test(file))
  .flatMap((file) => {
    const rules = RULES.filter(({ where, except }) => where.test(file) && !except?.test(file))
    return readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        rules
          .filter(({ pattern }) => pattern.test(line) && !/^\s*(\/\/|\*|\/\*\*)/.test(line))
          .map(({ cure }) => `${file}:${index + 1} ${line.trim().slice(0, 80)} — ${cure}`),
      )
  })
for (const line of broken) console.error(line)
if (broken.length > 0) process.exit(1)
