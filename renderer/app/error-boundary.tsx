import { Component, type ReactNode } from 'react';
import css from './error-boundary.module.css';

interface Props {
  children: ReactNode;
  /** Try to show the same again after what caused it is gone: a new value tries anew. */
  resetKey?: unknown;
  /** Inside a pane: the rest of the window goes on. */
  part?: boolean;
}

interface State {
  failed: boolean;
  resetKey: unknown;
}

/** Catches what went wrong while drawing. The library is not touched by it, and the person is told so in words. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false, resetKey: this.props.resetKey };

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.resetKey === state.resetKey ? null : { failed: false, resetKey: props.resetKey };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div role="alert" className={css['box']}>
        <p className={css['title']}>{this.props.part ? 'This part of the window could not be shown.' : 'The window could not be shown.'}</p>
        <p>Your library is safe: nothing in it was changed. Try again; if it keeps happening, start Offprint anew.</p>
        <div className={css['actions']}>
          <button type="button" className={css['button']} onClick={() => this.setState({ failed: false })}>
            Try again
          </button>
          <button type="button" className={css['button']} onClick={() => location.reload()}>
            Reload the window
          </button>
        </div>
      </div>
    );
  }
}
