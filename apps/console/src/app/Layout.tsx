import Box from '@mui/material/Box';
import Drawer from '@mui/material/Drawer';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material/styles';
import type { CoreLayoutProps } from 'ra-core';
import { Suspense, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { useLanguage, useText } from '../i18n/use-text.js';
import { nameIn } from '../session/language.js';
import { useMe } from '../session/SessionContext.js';
import { Bar } from './Bar.js';
import { BAR_HEIGHT } from './bar-height.js';
import { ChangePasswordPage } from './ChangePassword.js';
import { LoadingPage } from './LoadingPage.js';
import { MainMenu } from './MainMenu.js';
import { Palette } from './palette/Palette.js';
import { PageBoundary } from './PageBoundary.js';
import { RenewalDialog } from './RenewalDialog.js';

const MENU_WIDTH = 232;

/** The frame: bar above, menu at the side (a drawer on small screens), the page. */
export function Layout({ children }: CoreLayoutProps) {
  const text = useText();
  const language = useLanguage();
  const me = useMe();
  const { pathname } = useLocation();
  const wide = useMediaQuery((theme: Theme) => theme.breakpoints.up('md'));
  const [menuOpen, setMenuOpen] = useState(false);
  const [paletteOpen, setPaletteOpen] = useState(false);
  const held = me.account.mustChangePassword;

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
            <Drawer open={menuOpen} onClose={() => setMenuOpen(false)}>
              <Box sx={{ width: 280 }}>
                <Typography sx={drawerHead}>{nameIn(me.current.administration.names, language)}</Typography>
                <MainMenu onChosen={() => setMenuOpen(false)} />
              </Box>
            </Drawer>
          ))}
        <Box component="main" id="main" tabIndex={-1} sx={{ flex: 1, minWidth: 0, outline: 'none' }}>
          <PageBoundary address={pathname}>
            <Suspense fallback={<LoadingPage />}>{held ? <ChangePasswordPage /> : children}</Suspense>
          </PageBoundary>
        </Box>
      </Box>
      {!held && <Palette open={paletteOpen} onOpen={setPaletteOpen} />}
      <RenewalDialog />
    </Box>
  );
}

const drawerHead = { px: 2, py: 1.5, fontWeight: 600, borderBottom: 1, borderColor: 'divider' } as const;

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
