import { QueryClient } from '@tanstack/react-query';
import {
  CoreAdminContext,
  CoreAdminUI,
  CustomRoutes,
  localStorageStore,
  Resource,
  type I18nProvider,
} from 'ra-core';
import { lazy, useEffect, useMemo, useState } from 'react';
import { createBrowserRouter, Route, RouterProvider } from 'react-router-dom';
import { ApiProblem } from '../providers/api-problem.js';
import { createAuthProvider } from '../providers/auth-provider.js';
import { createDataProvider } from '../providers/data-provider.js';
import { createI18nProvider } from '../providers/i18n-provider.js';
import { resources } from '../resources/index.js';
import { accessOf } from '../resources/registry.js';
import { chosenLanguage } from '../session/language.js';
import { useSession } from '../session/SessionContext.js';
import { ConsoleTheme } from './ConsoleTheme.js';
import { Guarded } from './Guarded.js';
import { KeptScroll } from './KeptScroll.js';
import { Layout } from './Layout.js';
import { LoadingPage } from './LoadingPage.js';
import { Denied, NotFound } from './NotFound.js';
import { PageError } from './PageError.js';
import { Toasts } from './Toasts.js';
import { storeName } from './tokens.js';
import './console.css';

const router = createBrowserRouter([{ path: '*', element: <ConsoleAdmin /> }]);

/** Everything behind the sign-in. Its address is the page's, so a link opens the same view for a colleague. */
export default function Console() {
  return <RouterProvider router={router} />;
}

const Home = lazy(() => import('../homes/Home.js'));
const ChangePasswordPage = lazy(() => import('./ChangePassword.js'));
const SettingsPage = lazy(() => import('./Settings.js'));
const access = accessOf(resources);
const store = localStorageStore('1', storeName);

function ConsoleAdmin() {
  const session = useSession();
  const [i18nProvider, setI18nProvider] = useState<I18nProvider>();
  const dataProvider = useMemo(() => createDataProvider(session.api), [session]);
  const authProvider = useMemo(() => createAuthProvider(session, access), [session]);
  const queryClient = useMemo(createQueryClient, []);

  useEffect(() => {
    const language = chosenLanguage() ?? session.get().me?.account.language ?? 'vi';
    session.useLanguage(language);
    store.removeItem('locale');
    void createI18nProvider(language).then((provider) => setI18nProvider(() => provider));
  }, [session]);

  if (!i18nProvider) return null;
  return (
    <CoreAdminContext
      authProvider={authProvider}
      dataProvider={dataProvider}
      i18nProvider={i18nProvider}
      queryClient={queryClient}
      store={store}
    >
      <ConsoleTheme>
        <CoreAdminUI
          layout={Layout}
          dashboard={Home}
          loading={LoadingPage}
          catchAll={NotFound}
          accessDenied={Denied}
          error={PageError}
          requireAuth
          disableTelemetry
          title="Nhịp"
        >
          {resources.map(({ name, icon, pages, more = [] }) => (
            <Resource
              key={name}
              name={name}
              icon={icon}
              list={<Guarded page={pages.list} />}
              {...(pages.show && { show: <Guarded page={pages.show} /> })}
              {...(pages.create && { create: <Guarded page={pages.create} /> })}
              {...(pages.edit && { edit: <Guarded page={pages.edit} /> })}
            >
              {more.map((one) => (
                <Route key={one.path} path={one.path} element={<Guarded page={one} />} />
              ))}
            </Resource>
          ))}
          <CustomRoutes>
            <Route path="/me/password" element={<ChangePasswordPage />} />
            <Route path="/me/settings" element={<SettingsPage />} />
          </CustomRoutes>
        </CoreAdminUI>
        <Toasts />
        <KeptScroll router={router} />
      </ConsoleTheme>
    </CoreAdminContext>
  );
}

/** A refusal is an answer and is not asked for again; a lost connection is. */
function createQueryClient(): QueryClient {
  const retry = (failures: number, error: unknown) =>
    failures < 2 && error instanceof ApiProblem && error.uncertain;
  return new QueryClient({
    defaultOptions: { queries: { retry, staleTime: 10_000 }, mutations: { retry: false } },
  });
}
