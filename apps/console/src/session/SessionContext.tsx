import { createContext, use, useSyncExternalStore, type ReactNode } from 'react';
import type { Me } from './me.js';
import type { Session, SessionState } from './session.js';

const SessionContext = createContext<Session | undefined>(undefined);

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('no session around this component');
  return session;
}

export function useSessionState(): SessionState {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.get);
}

/** Inside the console somebody is always signed in. */
export function useMe(): Me {
  const { me } = useSessionState();
  if (!me) throw new Error('nobody is signed in');
  return me;
}
