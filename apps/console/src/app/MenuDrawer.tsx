import Box from '@mui/material/Box';
import Drawer from '@mui/material/Drawer';
import Typography from '@mui/material/Typography';
import { useLanguage } from '../i18n/use-text.js';
import { nameIn } from '../session/language.js';
import { useMe } from '../session/SessionContext.js';
import { MainMenu } from './MainMenu.js';

/** The menu of small screens, over the page. */
export default function MenuDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const language = useLanguage();
  const { current } = useMe();
  return (
    <Drawer open={open} onClose={onClose}>
      <Box sx={{ width: 280 }}>
        <Typography sx={head}>{nameIn(current.administration.names, language)}</Typography>
        <MainMenu onChosen={onClose} />
      </Box>
    </Drawer>
  );
}

const head = { px: 2, py: 1.5, fontWeight: 600, borderBottom: 1, borderColor: 'divider' } as const;
