import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import Button, { type ButtonProps } from '@mui/material/Button';
import { useRef } from 'react';

interface FileButtonProps extends Pick<
  ButtonProps,
  'variant' | 'title' | 'sx' | 'disabled' | 'size' | 'startIcon'
> {
  readonly label: string;
  /** Endings, as `.xlsx,.csv`. */
  readonly accept: string;
  /** Several may be chosen at once. */
  readonly multiple?: boolean;
  readonly onChosen: (file: File, others: readonly File[]) => void;
}

/** Chooses a file; the same file may be chosen again after it was mended. */
export function FileButton({ label, accept, multiple = false, onChosen, ...button }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button startIcon={<UploadFileOutlined />} {...button} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        multiple={multiple}
        onChange={(event) => {
          const [file, ...others] = event.target.files ?? [];
          event.target.value = '';
          if (file) onChosen(file, others);
        }}
      />
    </>
  );
}
