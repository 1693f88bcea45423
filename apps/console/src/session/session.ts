import type { Language } from '@nhip/contracts';
import { Api } from '../providers/api.js';
import { ApiProblem } from '../providers/api-problem.js';
import type { Me } from './me.js';

export interface SessionState {
  /** Undefined before anybody signed in. */
  readonly me: Me | undefined;
  readonly language: Language;
  /** The session ended while somebody was working: they are asked to sign in over the page they are on. */
  readonly renewing: boolean;
}

/** Who is signed in. A small store outside React, because the providers need it too. */
export class Session {
  readonly api: Api;
  private state: SessionState;
  private readonly listeners = new Set<() => void>();
  private renewal: { readonly done: Promise<boolean>; readonly end: (renewed: boolean) => void } | undefined;

  constructor(language: Language, fetcher?: typeof fetch) {
    this.state = { me: undefined, language, renewing: false };
    this.api = new Api({
      ...(fetcher ? { fetch: fetcher } : {}),
      language: () => this.state.language,
      renew: () => this.renew(),
    });
  }

  readonly get = (): SessionState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  useLanguage(language: Language): void {
    this.set({ language });
  }

  /** Asks the server who this is; undefined when nobody is signed in. */
  async load(): Promise<Me | undefined> {
    try {
      const me = await this.api.send<Me>({ path: '/me', anonymous: true });
      this.set({ me });
      return me;
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) return undefined;
      throw error;
    }
  }

  async signIn(userName: string, password: string): Promise<Me> {
    await this.api.send({ method: 'POST', path: '/session', body: { userName, password }, anonymous: true });
    const me = await this.load();
    if (!me) throw ApiProblem.unreachable(this.state.language);
    return me;
  }

  async signOut(): Promise<void> {
    await this.api.send({ method: 'DELETE', path: '/session', anonymous: true });
  }

  /** From here on everything is read and done in the other role; what was loaded before no longer counts. */
  async switchRole(assignmentId: string): Promise<void> {
    await this.api.send({ method: 'POST', path: '/me/role', body: { assignmentId } });
    await this.load();
  }

  /**
   * Signs the same person in again, in the same role. Somebody else's sign-in must not send what the first
   * person typed: it is answered false, and the page is loaded anew.
   */
  async signInAgain(password: string): Promise<boolean> {
    const before = this.state.me;
    if (!before) return false;
    const me = await this.signIn(before.account.userName, password);
    const role = before.current.assignmentId;
    const same = me.account.id === before.account.id;
    const holds = me.assignments.some((one) => one.id === role);
    if (same && holds && me.current.assignmentId !== role) await this.switchRole(role);
    this.endRenewal(same && holds);
    return same;
  }

  abandonRenewal(): void {
    this.endRenewal(false);
  }

  /** All requests that meet the ended session wait for one and the same signing in. */
  private renew(): Promise<boolean> {
    if (!this.state.me) return Promise.resolve(false);
    if (!this.renewal) {
      let end: (renewed: boolean) => void = () => undefined;
      const done = new Promise<boolean>((resolve) => (end = resolve));
      this.renewal = { done, end };
      this.set({ renewing: true });
    }
    return this.renewal.done;
  }

  private endRenewal(renewed: boolean): void {
    const renewal = this.renewal;
    this.renewal = undefined;
    this.set({ renewing: false });
    renewal?.end(renewed);
  }

  private set(change: Partial<SessionState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}
