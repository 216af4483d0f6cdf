/** Every invented person of the sample outlet has this PIN; it opens nothing else. */
export const SAMPLE_PIN = '246810'
