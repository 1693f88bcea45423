import Tabs, { type TabsProps } from '@mui/material/Tabs';
import { useEffect, useRef } from 'react';

type TabBarProps = Pick<TabsProps, 'value' | 'onChange' | 'sx' | 'className' | 'aria-label' | 'children'>;

const SCROLLED_MS = 400;

/** Tabs that scroll sideways where they do not fit, with the chosen one in sight: also when fonts and arrows come late. */
export function TabBar(props: TabBarProps) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const scroller = bar.current?.querySelector('.MuiTabs-scroller');
    if (!scroller) return undefined;
    const show = () => {
      const chosen = scroller.querySelector('[aria-selected="true"]');
      if (!chosen) return;
      const [outer, inner] = [scroller.getBoundingClientRect(), chosen.getBoundingClientRect()];
      if (inner.left >= outer.left && inner.right <= outer.right) return;
      scroller.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
    };
    // Tabs scroll themselves first, to where the chosen one was before the arrows took their room.
    let after: ReturnType<typeof setTimeout> | undefined;
    const observer = new ResizeObserver(() => {
      clearTimeout(after);
      after = setTimeout(show, SCROLLED_MS);
    });
    observer.observe(scroller);
    for (const tab of scroller.querySelectorAll('[role="tab"]')) observer.observe(tab);
    return () => {
      clearTimeout(after);
      observer.disconnect();
    };
  });
  return <Tabs ref={bar} variant="scrollable" allowScrollButtonsMobile {...props} />;
}
