/** How a field looks inside a grid: as wide as its cell, as high as a row, its edge always to be seen. */
export const gridField = {
  width: '100%',
  minHeight: { xs: 40, md: 30 },
  px: 1,
  py: 0.25,
  font: 'inherit',
  fontVariantNumeric: 'lining-nums tabular-nums',
  lineHeight: 1.45,
  color: 'text.primary',
  bgcolor: 'background.paper',
  border: '1px solid',
  borderColor: 'divider',
  borderRadius: '4px',
  '&:hover': { borderColor: 'text.secondary' },
  '&:focus': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: -1 },
  '@media print': { border: 0, p: 0 },
} as const;
