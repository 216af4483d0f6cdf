export { RectificationViews as Screen } from './RectificationViews.tsx'
