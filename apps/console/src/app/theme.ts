import type { ThemeOptions } from '@mui/material/styles';
import { fontFamily, headingFamily, tokens, type Appearance } from './tokens.js';

/** MUI's theme from the tokens: borders instead of shadows, 6 px corners, 32 px rows, tabular figures. */
export function createConsoleTheme(look: Appearance): ThemeOptions {
  const t = tokens[look];
  const border = `1px solid ${t.border}`;
  return {
    palette: {
      mode: look,
      primary: { main: t.accent, contrastText: t.onAccent },
      secondary: { main: t.accent, contrastText: t.onAccent },
      error: { main: t.late },
      warning: { main: t.soon },
      success: { main: t.good },
      info: { main: t.info },
      background: { default: t.ground, paper: t.sheet },
      text: { primary: t.text, secondary: t.quiet },
      divider: t.border,
      action: { hover: t.shade, selected: t.accentShade },
    },
    shape: { borderRadius: 6 },
    shadows: Array.from({ length: 25 }, () => 'none') as ThemeOptions['shadows'] & object,
    typography: {
      fontFamily,
      fontSize: 14,
      htmlFontSize: 16,
      h1: {
        fontFamily: headingFamily,
        fontSize: 20,
        fontWeight: 600,
        lineHeight: 1.4,
        letterSpacing: '-0.005em',
      },
      h2: { fontFamily: headingFamily, fontSize: 16, fontWeight: 600, lineHeight: 1.45 },
      h3: { fontSize: 14, fontWeight: 600, lineHeight: 1.5 },
      h6: { fontSize: 16, fontWeight: 600, lineHeight: 1.45 },
      body1: { fontSize: 14, lineHeight: 1.5 },
      body2: { fontSize: 14, lineHeight: 1.5 },
      subtitle1: { fontSize: 14, fontWeight: 500, lineHeight: 1.5 },
      subtitle2: { fontSize: 13, fontWeight: 500, lineHeight: 1.5 },
      caption: { fontSize: 12.5, lineHeight: 1.45 },
      button: { textTransform: 'none', fontWeight: 500, lineHeight: 1.5 },
    },
    components: {
      MuiCssBaseline: {
        styleOverrides: {
          ':focus-visible': { outline: `2px solid ${t.accent}`, outlineOffset: 1 },
          '@media (prefers-reduced-motion: reduce)': {
            '*': { animationDuration: '0.01ms !important', transitionDuration: '0.01ms !important' },
          },
        },
      },
      MuiButtonBase: { defaultProps: { disableRipple: true } },
      MuiButton: {
        defaultProps: { disableElevation: true },
        styleOverrides: {
          root: { minHeight: 32, padding: '4px 12px', fontSize: 14 },
          outlined: { borderColor: t.border },
        },
      },
      MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
      // Without shadows a white thumb would not be seen on white.
      MuiSwitch: { styleOverrides: { thumb: { border: `1px solid ${t.border}` } } },
      MuiCard: { styleOverrides: { root: { border } } },
      // The form of a dialog scrolls between its title and its buttons, which stay in sight.
      MuiDialog: {
        styleOverrides: {
          paper: { border, '& > form': { display: 'flex', flexDirection: 'column', minHeight: 0 } },
        },
      },
      MuiMenu: { styleOverrides: { paper: { border } } },
      MuiPopover: { styleOverrides: { paper: { border } } },
      MuiAutocomplete: { styleOverrides: { paper: { border } } },
      MuiAppBar: {
        defaultProps: { elevation: 0, color: 'inherit' },
        styleOverrides: { root: { backgroundColor: t.sheet, color: t.text, borderBottom: border } },
      },
      MuiMenuItem: { styleOverrides: { root: { minHeight: 36, fontSize: 14 } } },
      MuiTableCell: {
        styleOverrides: {
          root: { borderBottomColor: t.border, lineHeight: 1.45 },
          sizeSmall: { height: 32, padding: '4px 12px' },
          head: {
            color: t.quiet,
            fontWeight: 500,
            whiteSpace: 'nowrap',
            '&.MuiTableCell-head': { backgroundColor: t.shade },
          },
        },
      },
      MuiTableSortLabel: { styleOverrides: { root: { '&.Mui-active': { color: t.text } } } },
      MuiTablePagination: { styleOverrides: { root: { borderBottom: 0 } } },
      MuiTextField: {
        defaultProps: { variant: 'outlined', size: 'small', margin: 'dense', fullWidth: true },
      },
      MuiFormControl: {
        defaultProps: { variant: 'outlined', size: 'small', margin: 'dense', fullWidth: true },
      },
      MuiFormHelperText: { styleOverrides: { root: { marginLeft: 0, fontSize: 13, lineHeight: 1.45 } } },
      MuiOutlinedInput: {
        styleOverrides: {
          notchedOutline: { borderColor: t.border },
          root: {
            backgroundColor: t.sheet,
            '&:hover .MuiOutlinedInput-notchedOutline': { borderColor: t.quiet },
          },
        },
      },
      MuiChip: { styleOverrides: { root: { height: 24, borderRadius: 6, fontSize: 13 } } },
      MuiTooltip: {
        defaultProps: { arrow: false, enterDelay: 400 },
        styleOverrides: {
          tooltip: { backgroundColor: t.text, color: t.sheet, fontSize: 13, lineHeight: 1.45 },
        },
      },
      MuiAlert: { styleOverrides: { root: { border, color: t.text } } },
      MuiTab: { styleOverrides: { root: { minHeight: 40, fontSize: 14 } } },
      MuiTabs: { styleOverrides: { root: { minHeight: 40 } } },
      MuiListItemIcon: { styleOverrides: { root: { minWidth: 36 } } },
      // No empty line kept under each field for a remark that may come.
      RaTextInput: { defaultProps: { helperText: false } },
      RaSelectInput: { defaultProps: { helperText: false } },
      MuiBackdrop: {
        styleOverrides: { root: { '&:not(.MuiBackdrop-invisible)': { backgroundColor: '#00000059' } } },
      },
      // On a phone a long button goes below the other rather than squeeze it.
      MuiDialogActions: { styleOverrides: { root: { padding: '12px 24px 20px', flexWrap: 'wrap' } } },
      MuiDialogTitle: { styleOverrides: { root: { paddingBottom: 8 } } },
      MuiLink: { defaultProps: { underline: 'hover' } },
    },
  };
}
