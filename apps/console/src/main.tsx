import './entry/zod-without-eval.js';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { appearance, paint } from './app/tokens.js';
import { Entry } from './entry/Entry.js';
import './entry/fonts.js';
import { chosenLanguage } from './session/language.js';
import { Session } from './session/session.js';
import { SessionProvider } from './session/SessionContext.js';

// A page left open over an update asks for parts that are gone: the new version is one reload away. Once a minute at
// most: where a part cannot be had at all, the page says so instead of loading for ever.
const RELOADED = 'nhip.reloaded';
window.addEventListener('vite:preloadError', () => {
  if (Date.now() - Number(sessionStorage.getItem(RELOADED)) < 60_000) return;
  sessionStorage.setItem(RELOADED, String(Date.now()));
  location.reload();
});

paint(appearance());
const root = document.querySelector('#root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <SessionProvider session={new Session(chosenLanguage() ?? 'vi')}>
      <Entry />
    </SessionProvider>
  </StrictMode>,
);
