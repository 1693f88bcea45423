import { Component, type ReactNode } from 'react';
import { PageError } from './PageError.js';

interface PageBoundaryProps {
  /** The address: another page gets another chance. */
  readonly address: string;
  readonly children: ReactNode;
}
interface Failure {
  readonly error?: unknown;
  readonly address?: string;
}

/** Keeps the frame working when a page fails. React knows error boundaries as classes only. */
export class PageBoundary extends Component<PageBoundaryProps, Failure> {
  override state: Failure = {};

  static getDerivedStateFromError(error: unknown): Failure {
    return { error };
  }

  static getDerivedStateFromProps({ address }: PageBoundaryProps, failure: Failure): Failure | null {
    return address === failure.address ? null : { error: undefined, address };
  }

  override render(): ReactNode {
    return this.state.error === undefined ? this.props.children : <PageError error={this.state.error} />;
  }
}
