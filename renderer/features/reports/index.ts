export { ReportViews as Screen } from './ReportViews.tsx'
