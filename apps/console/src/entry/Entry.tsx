import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { ApiProblem } from '../providers/api-problem.js';
import { useSession, useSessionState } from '../session/SessionContext.js';
import { EntryPage, useEntryTexts } from './EntryPage.js';
import { SignInPage } from './SignInPage.js';

const Console = lazy(() => import('../app/Console.js').catch(() => ({ default: NotLoaded })));
const SetUpPage = lazy(() => import('./SetUpPage.js'));

type Stage = 'asking' | 'signed-out' | 'signed-in' | ApiProblem;

/** Which of the three doors is open: set-up, sign-in, or the console itself. */
export function Entry() {
  const session = useSession();
  const { language } = useSessionState();
  const [stage, setStage] = useState<Stage>('asking');
  const settingUp = location.pathname === '/set-up';

  const ask = useCallback(async () => {
    setStage('asking');
    try {
      setStage((await session.load()) ? 'signed-in' : 'signed-out');
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setStage(error);
    }
  }, [session]);

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    if (!settingUp) void ask();
  }, [ask, settingUp]);

  return <Suspense fallback={<Waiting />}>{door()}</Suspense>;

  function door() {
    if (settingUp) return <SetUpPage />;
    if (stage === 'asking') return <Waiting />;
    if (stage === 'signed-out') return <SignInPage onSignedIn={() => setStage('signed-in')} />;
    if (stage === 'signed-in') return <Console />;
    return <Failed problem={stage} retry={() => void ask()} />;
  }
}

/** The console itself could not be fetched: the connection went, or an update is going on. */
function NotLoaded() {
  const { failed } = useEntryTexts();
  return (
    <EntryPage>
      <h1>{failed.title}</h1>
      <p role="alert">{failed.notLoaded}</p>
      <button className="entry-submit" type="button" onClick={() => location.reload()}>
        {failed.retry}
      </button>
    </EntryPage>
  );
}

function Waiting() {
  return (
    <p className="entry-loading" role="status">
      {useEntryTexts().loading}
    </p>
  );
}

function Failed({ problem, retry }: { problem: ApiProblem; retry: () => void }) {
  const { failed } = useEntryTexts();
  return (
    <EntryPage>
      <h1>{failed.title}</h1>
      <p role="alert">{problem.message}</p>
      {problem.problem.requestId !== '' && (
        <p className="entry-help">
          {failed.requestId}: {problem.problem.requestId}
        </p>
      )}
      <button className="entry-submit" type="button" onClick={retry}>
        {failed.retry}
      </button>
    </EntryPage>
  );
}
