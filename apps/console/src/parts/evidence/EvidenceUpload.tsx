import AttachFile from '@mui/icons-material/AttachFile';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { evidenceTypes, LARGEST_EVIDENCE, parseDayInput } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useEffect, useState, type DragEvent, type FormEvent } from 'react';
import { useText } from '../../i18n/use-text.js';
import { FileButton } from '../../shared/FileButton.js';
import { ProblemAlert } from '../../shared/ProblemAlert.js';
import type { EvidenceOf } from './evidence-of.js';
import { useEvidenceUpload } from './use-evidence-upload.js';

const accept = Object.keys(evidenceTypes)
  .map((ending) => `.${ending}`)
  .join(',');
const MEBIBYTE = 1024 * 1024;
const blank = { documentNumber: '', documentOn: '', page: '', note: '' };

export interface EvidenceUploadProps {
  readonly of: EvidenceOf;
  /** Told how many chosen files are not sent yet. */
  readonly onWaiting?: ((files: number) => void) | undefined;
}

/** Files are chosen or dragged here, cited, and sent one after another; what was typed stays where one is refused. */
export function EvidenceUpload({ of, onWaiting }: EvidenceUploadProps) {
  const text = useText();
  const notify = useNotify();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [over, setOver] = useState(false);
  const [words, setWords] = useState(blank);
  const [tried, setTried] = useState(false);
  const upload = useEvidenceUpload(of);
  useEffect(() => onWaiting?.(files.length), [files.length, onWaiting]);
  const dayWrong = words.documentOn.trim() !== '' && parseDayInput(words.documentOn) === undefined;

  const choose = (chosen: readonly File[]) => {
    if (chosen.length === 0) return;
    upload.forget();
    setFiles((before) => [...before, ...chosen]);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    choose([...event.dataTransfer.files]);
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setTried(true);
    if (dayWrong) return;
    const left = await upload.send(files, {
      ...words,
      documentOn: parseDayInput(words.documentOn) ?? '',
    });
    // Who is quicker than the answer may have dropped these files and chosen others.
    setFiles((now) => now.filter((file) => !files.includes(file) || left.includes(file)));
    if (left.length > 0) return;
    setWords(blank);
    setTried(false);
    notify(text('parts.evidence.given'), { type: 'success' });
  };
  const field = (name: keyof typeof blank, label: string) => ({
    label,
    value: words[name],
    disabled: upload.sending !== undefined,
    onChange: (event: { target: { value: string } }) => setWords({ ...words, [name]: event.target.value }),
  });

  return (
    <Box
      component="form"
      className="no-print"
      noValidate
      onSubmit={(event) => void send(event)}
      sx={{ mt: 1 }}
    >
      <Box
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        sx={[dropArea, over && { borderColor: 'primary.main', bgcolor: 'action.hover' }]}
      >
        <Box component="span" sx={{ display: { xs: 'none', sm: 'inline' } }}>
          {text('parts.evidence.drop')}
        </Box>
        <FileButton
          label={text('parts.evidence.choose')}
          size="small"
          variant="outlined"
          startIcon={<AttachFile />}
          multiple
          accept={accept}
          onChosen={(file, others) => choose([file, ...others])}
        />
        <Typography variant="caption" color="text.secondary" sx={{ flexBasis: '100%' }}>
          {text('parts.evidence.kinds', { most: LARGEST_EVIDENCE / MEBIBYTE })}
        </Typography>
      </Box>
      {files.length > 0 && (
        <Box sx={{ mt: 1 }}>
          <Typography variant="body2">{text('parts.evidence.chosen', { count: files.length })}</Typography>
          <Box component="ul" sx={{ m: 0, pl: 2.5, overflowWrap: 'anywhere' }}>
            {files.map((file, index) => (
              <li key={`${index} ${file.name}`}>{file.name}</li>
            ))}
          </Box>
          <Box
            sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '3fr 2fr 1fr' }, columnGap: 1.5 }}
          >
            <TextField {...field('documentNumber', text('parts.evidence.documentNumber'))} />
            <TextField
              {...field('documentOn', text('parts.evidence.documentOn'))}
              placeholder="dd/mm/yyyy"
              inputMode="numeric"
              error={tried && dayWrong}
              helperText={tried && dayWrong ? text('shell.form.dayWrong') : undefined}
            />
            <TextField {...field('page', text('parts.evidence.page'))} />
          </Box>
          <TextField {...field('note', text('parts.evidence.note'))} />
        </Box>
      )}
      <ProblemAlert problem={upload.problem} />
      {upload.sending && <Progress {...upload.sending} />}
      {files.length > 0 && (
        <Box sx={{ display: 'flex', gap: 1, mt: 1 }}>
          <Button type="submit" variant="outlined" disabled={upload.sending !== undefined}>
            {text('parts.evidence.send')}
          </Button>
          <Button
            disabled={upload.sending !== undefined}
            onClick={() => {
              setFiles([]);
              upload.forget();
            }}
          >
            {text('parts.evidence.drops')}
          </Button>
        </Box>
      )}
    </Box>
  );
}

function Progress({ name, sent }: { name: string; sent: number }) {
  const text = useText();
  const what =
    sent < 1
      ? text('parts.evidence.sending', { name, percent: Math.floor(sent * 100) })
      : text('parts.evidence.checking', { name });
  return (
    <Box role="status" sx={{ mt: 1 }}>
      <Typography variant="body2">{what}</Typography>
      <LinearProgress aria-label={what} {...(sent < 1 && { variant: 'determinate', value: sent * 100 })} />
    </Box>
  );
}

const dropArea = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 1,
  p: 1.25,
  border: '1px dashed',
  borderColor: 'divider',
  borderRadius: 1,
} as const;
