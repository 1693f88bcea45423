import { useCallback, type UIEvent } from 'react';
import { useLocation } from 'react-router-dom';

/** Where each visited page left what scrolls in itself, by the key of its entry in the browser's history. */
const places = new Map<string, readonly [left: number, top: number]>();

/**
 * For a part of a page that scrolls in itself (a table, a heat map): Back returns to where one was in it, as it does
 * in the page as a whole.
 */
export function useKeptPlace() {
  const { key } = useLocation();
  const ref = useCallback(
    (scroller: HTMLElement | null) => {
      const place = places.get(key);
      if (scroller && place) [scroller.scrollLeft, scroller.scrollTop] = place;
    },
    [key],
  );
  const onScroll = ({ currentTarget: { scrollLeft, scrollTop } }: UIEvent<HTMLElement>) =>
    void places.set(key, [scrollLeft, scrollTop]);
  return { ref, onScroll };
}
