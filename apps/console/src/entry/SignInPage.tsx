import { useState, type FormEvent } from 'react';
import { ApiProblem } from '../providers/api-problem.js';
import { useSession } from '../session/SessionContext.js';
import { EntryField } from './EntryField.js';
import { EntryPage, useEntryTexts } from './EntryPage.js';

/** Signs in and then shows the page whose address was opened. */
export function SignInPage({ onSignedIn }: { onSignedIn: () => void }) {
  const session = useSession();
  const { signIn: texts } = useEntryTexts();
  const [userName, setUserName] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (userName.trim() === '' || password === '') return setRefusal(texts.blank);
    setBusy(true);
    setRefusal(undefined);
    try {
      await session.signIn(userName.trim(), password);
      onSignedIn();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setRefusal(error.message);
      setBusy(false);
    }
  };

  return (
    <EntryPage>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <h1>{texts.title}</h1>
        {refusal !== undefined && (
          <p className="entry-alert" role="alert">
            {refusal}
          </p>
        )}
        <EntryField
          label={texts.userName}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          value={userName}
          onChange={(event) => setUserName(event.target.value)}
        />
        <EntryField
          label={texts.password}
          name="password"
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <button className="entry-submit" type="submit" disabled={busy}>
          {busy ? texts.submitting : texts.submit}
        </button>
        <p className="entry-help">{texts.help}</p>
      </form>
    </EntryPage>
  );
}
