import type { AuthProvider } from 'ra-core';
import type { Session } from '../session/session.js';
import { mayOpen, type ResourceAccess } from './access.js';

/**
 * Signing in happens before the console is loaded, and a session that ends meanwhile is renewed by the API
 * client over the open page. So nothing here ever throws a person out of what they are doing.
 */
export function createAuthProvider(
  session: Session,
  access: ReadonlyMap<string, ResourceAccess>,
): AuthProvider {
  const signedIn = () =>
    session.get().me ? Promise.resolve() : Promise.reject(new Error('nobody is signed in'));
  return {
    login: () => Promise.reject(new Error('the sign-in page stands before the console')),
    logout: async () => {
      await session.signOut();
      return false;
    },
    checkAuth: signedIn,
    checkError: () => Promise.resolve(),
    getIdentity: () => {
      const account = session.get().me?.account;
      return account
        ? Promise.resolve({ id: account.id, fullName: account.fullName })
        : Promise.reject(new Error('nobody is signed in'));
    },
    getPermissions: () => Promise.resolve(session.get().me?.permissions ?? []),
    canAccess: ({ resource, action }) =>
      Promise.resolve(mayOpen(access, session.get().me?.permissions ?? [], resource, action)),
  };
}
