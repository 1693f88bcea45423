import { useEffect } from 'react';
import { ScrollRestoration, useLocation, type createBrowserRouter } from 'react-router-dom';

/** What the reader does to go elsewhere on the page; from then on the page stays where it is. */
const OWN_WAY = ['wheel', 'touchmove', 'pointerdown', 'keydown'];

type Router = ReturnType<typeof createBrowserRouter>;

/** A page begins at its top, and Back returns to where one was; a filter or a tab moves nothing. */
export function KeptScroll({ router }: { readonly router: Router }) {
  const { key } = useLocation();
  return (
    <>
      <ScrollRestoration />
      <SoughtPlace key={key} router={router} />
    </>
  );
}

/** A page whose content is still arriving is too short for its place, which is sought again as the page grows. */
function SoughtPlace({ router }: { readonly router: Router }) {
  useEffect(() => {
    const { restoreScrollPosition: place } = router.state;
    if (typeof place !== 'number') return undefined;
    const growth = new ResizeObserver(() => {
      scrollTo(0, place);
      if (scrollY >= place - 1) stop();
    });
    const stop = () => {
      growth.disconnect();
      for (const way of OWN_WAY) removeEventListener(way, stop);
    };
    for (const way of OWN_WAY) addEventListener(way, stop, { passive: true });
    growth.observe(document.body);
    return stop;
  }, [router]);
  return null;
}
