/** Fonts every WPS and Word in an outlet has; the East-Asian slot is what Chinese text uses. */
export const SONG = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' }
export const HEI = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '黑体' }
/** A4 in twentieths of a point. */
export const A4 = { width: 11_906, height: 16_838 }
export const MARGIN = 850
