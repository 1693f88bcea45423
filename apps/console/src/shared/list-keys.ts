import { useEffect, useRef, type FocusEvent, type KeyboardEvent } from 'react';

/** Marks the search field that `/` leads to, and the rows that the arrows walk through. */
export const SEARCH = 'data-list-search';
export const ROW = 'data-list-row';

const linksOfRows = (): HTMLElement[] =>
  [...document.querySelectorAll(`[${ROW}]`)].flatMap((row) => row.querySelector<HTMLElement>('a') ?? []);

/** From the search field down into the list. */
export function enterRows(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown') return;
  event.preventDefault();
  linksOfRows()[0]?.focus();
}

/** Up and down between rows; Enter then opens the row, because it is a link that has the focus. */
export function walkRows(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || !(event.target instanceof HTMLAnchorElement)) return;
  const row = event.target.closest(`[${ROW}]`);
  const links = linksOfRows();
  const next = links[links.findIndex((link) => row?.contains(link)) + step];
  event.preventDefault();
  if (next) next.focus();
  else if (step < 0) document.querySelector<HTMLElement>(`[${SEARCH}]`)?.focus();
}

/**
 * Where the row that has the focus goes away, because other rows were asked for, the first of these has it: nobody who
 * walks by the keyboard is thrown back to the top of the page.
 */
export function useKeptFocus() {
  const within = useRef(false);
  useEffect(() => {
    if (within.current && document.activeElement === document.body) linksOfRows()[0]?.focus();
  });
  return {
    onFocus: () => void (within.current = true),
    onBlur: ({ relatedTarget, currentTarget }: FocusEvent<HTMLElement>) =>
      void (within.current = currentTarget.contains(relatedTarget)),
  };
}

/** `/` leads to the search field, unless somebody is writing. */
export function listenForSlash(field: HTMLElement): () => void {
  const listen = (event: globalThis.KeyboardEvent) => {
    const { target } = event;
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (
      target instanceof HTMLElement &&
      target.closest('input, textarea, select, [contenteditable], [role=dialog]')
    )
      return;
    event.preventDefault();
    field.focus();
  };
  document.addEventListener('keydown', listen);
  return () => document.removeEventListener('keydown', listen);
}
