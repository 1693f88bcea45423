import AddOutlined from '@mui/icons-material/AddOutlined';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useText } from '../../../i18n/use-text.js';
import { FigureInput } from './FigureInput.js';
import type { SampleFigures } from './sample.js';

/** As many as the API takes are more than anybody types. */
const MOST = 10;

interface SamplePeersProps {
  readonly peers: readonly SampleFigures[];
  readonly reads: readonly string[];
  readonly nameOf: (read: string) => string;
  readonly onChange: (peers: readonly SampleFigures[]) => void;
}

/** Units to compare with, each on sample figures of its own. */
export function SamplePeers({ peers, reads, nameOf, onChange }: SamplePeersProps) {
  const text = useText();
  return (
    <Box sx={{ mt: 1 }}>
      <Typography variant="h3" component="h3">
        {text('resources.criteria-sets.editor.peers')}
      </Typography>
      <Typography color="text.secondary">{text('resources.criteria-sets.editor.peersHint')}</Typography>
      {peers.map((peer, at) => (
        // Peers have no name but their place.
        <Box key={at} sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
          <Box sx={{ flex: 1, display: 'grid', gridTemplateColumns: { sm: '1fr 1fr' }, columnGap: 3 }}>
            {reads.map((read) => (
              <FigureInput
                key={read}
                label={`${at + 1}. ${nameOf(read)}`}
                code={read}
                figure={peer[read] ?? { state: 'missing' }}
                onChange={(figure) =>
                  onChange(peers.map((one, place) => (place === at ? { ...one, [read]: figure } : one)))
                }
              />
            ))}
          </Box>
          <IconButton
            aria-label={text('resources.criteria-sets.editor.removePeer', { number: at + 1 })}
            onClick={() => onChange(peers.filter((_, place) => place !== at))}
          >
            <DeleteOutlined />
          </IconButton>
        </Box>
      ))}
      {peers.length < MOST && (
        <Button startIcon={<AddOutlined />} onClick={() => onChange([...peers, {}])}>
          {text('resources.criteria-sets.editor.addPeer')}
        </Button>
      )}
    </Box>
  );
}
