import CssBaseline from '@mui/material/CssBaseline';
import { createTheme, ThemeProvider } from '@mui/material/styles';
import { useMemo, type ReactNode } from 'react';
import { createConsoleTheme } from './theme.js';
import { useAppearance } from './use-appearance.js';

/** MUI's theme in the appearance the person chose, and the ground everything stands on. */
export function ConsoleTheme({ children }: { children: ReactNode }) {
  const [look] = useAppearance();
  const theme = useMemo(() => createTheme(createConsoleTheme(look)), [look]);
  return (
    <ThemeProvider theme={theme}>
      <CssBaseline enableColorScheme />
      {children}
    </ThemeProvider>
  );
}
