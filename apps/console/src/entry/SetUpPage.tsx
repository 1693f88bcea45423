import { useState, type FormEvent } from 'react';
import { ApiProblem } from '../providers/api-problem.js';
import { useSession } from '../session/SessionContext.js';
import { EntryField } from './EntryField.js';
import { EntryPage, useEntryTexts } from './EntryPage.js';
import { remarksByField, setUpBody, wrongInSetUp, type SetUpForm } from './set-up-form.js';

const empty: SetUpForm = {
  administrationName: '',
  administrationCode: '',
  fullName: '',
  userName: '',
  password: '',
  passwordAgain: '',
};

/** Opened from the one-time link printed by an installation that has no account yet. */
export default function SetUpPage() {
  const session = useSession();
  const { setUp: texts } = useEntryTexts();
  const token = new URLSearchParams(location.hash.slice(1) || location.search).get('token');
  const [form, setForm] = useState(empty);
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const [refusal, setRefusal] = useState<string>();
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = wrongInSetUp(form, texts);
    setWrong(found);
    if (token === null || Object.keys(found).length > 0) return;
    setBusy(true);
    setRefusal(undefined);
    try {
      const body = setUpBody(token, form, session.get().language);
      await session.api.send({ method: 'POST', path: '/set-up', body, anonymous: true });
      // Whoever has just chosen the password goes on without typing it again; if that fails, the sign-in page asks.
      await session.signIn(body.account.userName, body.account.password).catch(() => undefined);
      location.assign('/');
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setRefusal(error.message);
      setWrong(remarksByField(error.body.errors));
      setBusy(false);
    }
  };

  const field = (name: keyof SetUpForm, more: { type?: string; help?: string; autoComplete: string }) => (
    <EntryField
      label={texts[name]}
      name={name}
      value={form[name]}
      onChange={(event) => setForm({ ...form, [name]: event.target.value })}
      wrong={wrong[name]}
      {...more}
    />
  );

  return (
    <EntryPage wide>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <h1>{texts.title}</h1>
        <p className="entry-purpose">{texts.purpose}</p>
        {(refusal ?? (token === null ? texts.missingToken : undefined)) !== undefined && (
          <p className="entry-alert" role="alert">
            {refusal ?? texts.missingToken}
          </p>
        )}
        {field('administrationName', { autoComplete: 'organization', help: texts.administrationExample })}
        {field('administrationCode', { autoComplete: 'off', help: texts.administrationCodeHelp })}
        {field('fullName', { autoComplete: 'name' })}
        {field('userName', { autoComplete: 'username' })}
        {field('password', { type: 'password', autoComplete: 'new-password', help: texts.passwordHelp })}
        {field('passwordAgain', { type: 'password', autoComplete: 'new-password' })}
        <button className="entry-submit" type="submit" disabled={busy || token === null}>
          {busy ? texts.submitting : texts.submit}
        </button>
      </form>
    </EntryPage>
  );
}
