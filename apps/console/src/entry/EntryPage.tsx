import type { Language } from '@nhip/contracts';
import type { ReactNode } from 'react';
import { entryTexts } from '../i18n/entry.js';
import { rememberLanguage } from '../session/language.js';
import { useSession, useSessionState } from '../session/SessionContext.js';
import './entry.css';

/** Words of the pages before the console in the language chosen there. */
export function useEntryTexts() {
  return entryTexts[useSessionState().language];
}

const languages: readonly { readonly code: Language; readonly name: string }[] = [
  { code: 'vi', name: 'Tiếng Việt' },
  { code: 'en', name: 'English' },
];

/** The frame of the pages before the console: language, mark, one sheet. */
export function EntryPage({ wide = false, children }: { wide?: boolean; children: ReactNode }) {
  const session = useSession();
  const { language } = useSessionState();
  const texts = useEntryTexts();
  const choose = (code: Language) => {
    rememberLanguage(code);
    session.useLanguage(code);
  };
  return (
    <div className="entry">
      <div className="entry-bar">
        {languages.map(({ code, name }) => (
          <button
            key={code}
            type="button"
            lang={code}
            aria-pressed={code === language}
            onClick={() => choose(code)}
          >
            {name}
          </button>
        ))}
      </div>
      <main className={wide ? 'wide' : undefined}>
        <div className="entry-mark">
          <img src="/favicon.svg" alt="" />
          <span>{texts.product}</span>
        </div>
        <p className="entry-purpose">{texts.purpose}</p>
        <div className="entry-sheet">{children}</div>
      </main>
    </div>
  );
}
