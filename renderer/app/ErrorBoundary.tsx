import { Component, type ReactNode } from 'react'
import { ScreenFailure } from './ScreenFailure.tsx'

interface Props {
  /** Another value (the place shown) gives the children a fresh start. */
  resetKey?: string
  children: ReactNode
}

interface State {
  error: unknown
}

/** A screen that fails takes nothing else down with it. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: undefined }

  static getDerivedStateFromError(error: unknown): State {
    return { error }
  }

  override componentDidUpdate(before: Props): void {
    if (before.resetKey !== this.props.resetKey && this.state.error !== undefined) this.setState({ error: undefined })
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children
    return <ScreenFailure error={this.state.error} onReopen={() => this.setState({ error: undefined })} />
  }
}
