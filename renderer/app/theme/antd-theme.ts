import { type ThemeConfig, theme } from 'antd'
import type { Scheme } from './theme.ts'
import { DARK, FONT_CODE, LIGHT } from './tokens.ts'

export function antdTheme(name: Scheme): ThemeConfig {
  const colours = name === 'dark' ? DARK : LIGHT
  return {
    algorithm: name === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    cssVar: { prefix: 'cx' },
    hashed: false,
    token: {
      colorPrimary: colours.pine,
      colorInfo: colours.blue,
      colorSuccess: colours.pine,
      colorWarning: colours.amber,
      colorError: colours.red,
      colorLink: colours.blue,
      colorTextBase: colours.ink,
      colorText: colours.ink,
      colorTextSecondary: colours['ink-2'],
      colorTextTertiary: colours['ink-3'],
      colorTextPlaceholder: colours['ink-3'],
      colorBgBase: colours.panel,
      colorBgContainer: colours.panel,
      colorBgElevated: colours.raised,
      colorBgLayout: colours.paper,
      colorBorder: colours['line-strong'],
      colorBorderSecondary: colours.line,
      colorTextLightSolid: colours['on-pine'],
      colorBgMask: colours.veil,
      fontFamily: 'var(--font)',
      fontFamilyCode: FONT_CODE,
      fontSize: 14,
      borderRadius: 6,
      controlHeight: 32,
      motionUnit: 0.05,
      wireframe: false,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 400 },
      Table: {
        headerBg: colours.panel,
        headerColor: colours['ink-3'],
        headerSplitColor: 'transparent',
        rowHoverBg: colours.cursor,
        rowSelectedBg: colours['pine-soft'],
        rowSelectedHoverBg: colours['pine-soft'],
        cellPaddingBlockMD: 7,
        cellPaddingInlineMD: 12,
        cellPaddingBlockSM: 5,
        cellPaddingInlineSM: 12,
        cellPaddingBlock: 12,
        cellPaddingInline: 12,
      },
      Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px' },
      Modal: { titleFontSize: 16 },
    },
  }
}
