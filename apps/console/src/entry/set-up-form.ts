import type { SetUpCommand } from '@nhip/contracts';
import type { entryTexts } from '../i18n/entry.js';

export interface SetUpForm {
  readonly administrationName: string;
  readonly administrationCode: string;
  readonly fullName: string;
  readonly userName: string;
  readonly password: string;
  readonly passwordAgain: string;
}

/** What to mend before sending, by field. The server decides the rest (length, commonest passwords). */
export function wrongInSetUp(
  form: SetUpForm,
  texts: (typeof entryTexts)['vi']['setUp'],
): Readonly<Record<string, string>> {
  const blank = Object.entries(form).filter(([, value]) => value.trim() === '');
  const wrong = Object.fromEntries(blank.map(([name]) => [name, texts.blank]));
  if (form.passwordAgain !== '' && form.password !== form.passwordAgain)
    wrong['passwordAgain'] = texts.different;
  return wrong;
}

export function setUpBody(
  token: string,
  form: SetUpForm,
  language: SetUpCommand['account']['language'],
): SetUpCommand {
  return {
    token,
    administration: {
      code: form.administrationCode.trim().toUpperCase(),
      names: { vi: form.administrationName.trim() },
    },
    account: {
      userName: form.userName.trim(),
      fullName: form.fullName.trim(),
      password: form.password,
      language,
    },
  };
}

const fieldOfPath: Readonly<Record<string, keyof SetUpForm>> = {
  'administration.code': 'administrationCode',
  'administration.names': 'administrationName',
  'administration.names.vi': 'administrationName',
  'account.userName': 'userName',
  'account.fullName': 'fullName',
  'account.password': 'password',
};

/** The server's remarks by field of the form. */
export function remarksByField(errors: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(errors).map(([path, words]) => [fieldOfPath[path] ?? path, words]),
  );
}
