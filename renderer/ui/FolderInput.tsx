import { Button, Input, type InputProps, Space } from 'antd'
import { useTranslate } from '../app/use-translate.ts'

interface FolderInputProps extends Omit<InputProps, 'value' | 'onChange' | 'type'> {
  value: string
  onChange: (folder: string) => void
}

/** A folder of this computer: chosen in the system's own dialog where the desktop shell can ask, typed everywhere. */
export function FolderInput({ value, onChange, ...input }: FolderInputProps) {
  const t = useTranslate()
  const desktop = window.chenxunDesktop
  const field = (
    <Input
      autoComplete="off"
      spellCheck={false}
      maxLength={1000}
      {...input}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
  if (!desktop) return field
  const choose = async () => {
    const folder = await desktop.chooseFolder(value.trim())
    if (folder !== null) onChange(folder)
  }
  return (
    <Space.Compact block>
      {field}
      <Button onClick={() => void choose()}>{t('common.chooseFolder')}</Button>
    </Space.Compact>
  )
}
