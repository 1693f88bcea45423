import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material/styles';
import type { CoreLayoutProps } from 'ra-core';
import { lazy, Suspense, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { useText } from '../i18n/use-text.js';
import { useMe, useSessionState } from '../session/SessionContext.js';
import { Bar } from './Bar.js';
import { BAR_HEIGHT } from './bar-height.js';
import { LoadingPage } from './LoadingPage.js';
import { MainMenu } from './MainMenu.js';
import { Palette } from './palette/Palette.js';
import { PageBoundary } from './PageBoundary.js';

const ChangePasswordPage = lazy(() => import('./ChangePassword.js'));
const MenuDrawer = lazy(() => import('./MenuDrawer.js'));
const RenewalDialog = lazy(() => import('./RenewalDialog.js'));

const MENU_WIDTH = 232;

/** The frame: bar above, menu at the side (a drawer on small screens), the page. */
export function Layout({ children }: CoreLayoutProps) {
  const text = useText();
  const { mustChangePassword: held } = useMe().account;
  const { renewing } = useSessionState();
  const { pathname } = useLocation();
  const wide = useMediaQuery((theme: Theme) => theme.breakpoints.up('md'));
  const [menuOpen, setMenuOpen] = useState(false);
  const [menuOpened, setMenuOpened] = useState(false);
  if (menuOpen && !menuOpened) setMenuOpened(true);
  const [paletteOpen, setPaletteOpen] = useState(false);

  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', minHeight: '100vh' }}>
      <Link href="#main" className="no-print" sx={skipLink}>
        {text('shell.bar.skip')}
      </Link>
      <Bar
        height={BAR_HEIGHT}
        {...(wide || held ? {} : { onMenu: () => setMenuOpen(true) })}
        {...(held ? {} : { onPalette: () => setPaletteOpen(true) })}
      />
      <Box sx={{ display: 'flex', flex: 1, minHeight: 0 }}>
        {!held &&
          (wide ? (
            <Box className="no-print" sx={sideMenu}>
              <MainMenu />
            </Box>
          ) : (
            <Suspense>
              {menuOpened && <MenuDrawer open={menuOpen} onClose={() => setMenuOpen(false)} />}
            </Suspense>
          ))}
        <Box component="main" id="main" tabIndex={-1} sx={{ flex: 1, minWidth: 0, outline: 'none' }}>
          <PageBoundary address={pathname}>
            <Suspense fallback={<LoadingPage />}>{held ? <ChangePasswordPage /> : children}</Suspense>
          </PageBoundary>
        </Box>
      </Box>
      {!held && <Palette open={paletteOpen} onOpen={setPaletteOpen} />}
      <Suspense>{renewing && <RenewalDialog />}</Suspense>
    </Box>
  );
}

const sideMenu = {
  width: MENU_WIDTH,
  flex: 'none',
  borderRight: 1,
  borderColor: 'divider',
  bgcolor: 'background.paper',
  position: 'sticky',
  top: BAR_HEIGHT,
  height: `calc(100vh - ${BAR_HEIGHT}px)`,
  overflowY: 'auto',
} as const;

const skipLink = {
  position: 'fixed',
  top: 8,
  left: 8,
  zIndex: 'tooltip',
  px: 2,
  py: 1,
  bgcolor: 'background.paper',
  border: 1,
  borderColor: 'primary.main',
  borderRadius: 1,
  '&:not(:focus)': { clipPath: 'inset(50%)' },
} as const;
