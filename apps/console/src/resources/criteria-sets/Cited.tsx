import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import type { Citation } from '@nhip/contracts';
import { useText } from '../../i18n/use-text.js';

/** Where something is laid down: document, place, sentence. */
export function Cited({ citation: { document, place, quote, url, unverified } }: { citation: Citation }) {
  const text = useText();
  return (
    <span>
      {url === undefined ? (
        document
      ) : (
        <MuiLink href={url} target="_blank" rel="noreferrer noopener">
          {document}
        </MuiLink>
      )}
      {place !== undefined && `, ${place}`}
      {unverified && <em> ({text('resources.criteria-sets.unverified')})</em>}
      {quote !== undefined && (
        <Box component="blockquote" sx={{ m: 0, color: 'text.secondary' }}>
          “{quote}”
        </Box>
      )}
    </span>
  );
}
