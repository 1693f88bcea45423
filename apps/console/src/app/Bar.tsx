import MenuIcon from '@mui/icons-material/Menu';
import Search from '@mui/icons-material/Search';
import AppBar from '@mui/material/AppBar';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../i18n/use-text.js';
import { nameIn } from '../session/language.js';
import { useMe } from '../session/SessionContext.js';
import { AccountMenu } from './AccountMenu.js';
import { DemoClockButton } from './DemoClockButton.js';
import { LanguageButton } from './LanguageButton.js';
import { NoticesBell } from './NoticesBell.js';
import { RoleMenu } from './RoleMenu.js';

interface BarProps {
  readonly height: number;
  readonly onMenu?: () => void;
  readonly onPalette?: () => void;
}

/** Where one is (administration, role, unit) at the left; what is always at hand at the right. */
export function Bar({ height, onMenu, onPalette }: BarProps) {
  const text = useText();
  const language = useLanguage();
  const me = useMe();
  const administration = nameIn(me.current.administration.names, language);
  return (
    <AppBar position="sticky" className="no-print">
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: { xs: 0.25, sm: 1 },
          height,
          px: { xs: 0.5, sm: 2 },
        }}
      >
        {onMenu && (
          <IconButton onClick={onMenu} aria-label={text('shell.bar.openMenu')}>
            <MenuIcon />
          </IconButton>
        )}
        <Box
          component={Link}
          to="/"
          aria-label={`Nhịp · ${text('shell.bar.home')}`}
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 1,
            color: 'inherit',
            textDecoration: 'none',
            flex: 'none',
            mr: { xs: 1, sm: 0 },
          }}
        >
          <Box component="img" src="/favicon.svg" alt="" sx={{ width: 26, height: 26 }} />
          <Typography sx={{ fontWeight: 600, fontSize: 16, display: { xs: 'none', md: 'block' } }}>
            Nhịp
          </Typography>
        </Box>
        <Typography noWrap title={administration} sx={administrationName}>
          {administration}
        </Typography>
        <RoleMenu />
        <Box sx={{ flex: 1 }} />
        <DemoClockButton />
        {onPalette && (
          <>
            <ButtonBase onClick={onPalette} aria-keyshortcuts="Control+K" sx={paletteButton}>
              <Search fontSize="small" />
              <span>{text('shell.bar.palette')}</span>
              <kbd>Ctrl K</kbd>
            </ButtonBase>
            <IconButton
              onClick={onPalette}
              aria-label={text('shell.bar.palette')}
              sx={{ display: { xs: 'none', sm: 'inline-flex', lg: 'none' } }}
            >
              <Search />
            </IconButton>
          </>
        )}
        <NoticesBell />
        <Box sx={{ display: { xs: 'none', sm: 'block' } }}>
          <LanguageButton />
        </Box>
        <AccountMenu {...(onPalette && { onPalette })} />
      </Box>
    </AppBar>
  );
}

const administrationName = {
  display: { xs: 'none', sm: 'block' },
  pl: { sm: 1, md: 1.5 },
  borderLeft: { md: 1 },
  borderColor: { md: 'divider' },
  minWidth: 60,
  maxWidth: 320,
  flexShrink: 1,
} as const;

const paletteButton = {
  display: { xs: 'none', lg: 'inline-flex' },
  gap: 1,
  height: 32,
  px: 1.25,
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  color: 'text.secondary',
  whiteSpace: 'nowrap',
  fontFamily: 'inherit',
  fontSize: 14,
  '& kbd': {
    fontFamily: 'inherit',
    fontSize: 12,
    px: 0.5,
    border: 1,
    borderColor: 'divider',
    borderRadius: 0.5,
  },
  '&:hover': { bgcolor: 'action.hover' },
} as const;
