import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import Button, { type ButtonProps } from '@mui/material/Button';

interface FileButtonProps extends Pick<ButtonProps, 'variant' | 'title' | 'sx' | 'disabled'> {
  readonly label: string;
  /** Endings, as `.xlsx,.csv`. */
  readonly accept: string;
  readonly onChosen: (file: File) => void;
}

/** Chooses one file; the same file may be chosen again after it was mended. */
export function FileButton({ label, accept, onChosen, ...button }: FileButtonProps) {
  return (
    <Button component="label" startIcon={<UploadFileOutlined />} {...button}>
      {label}
      <input
        type="file"
        hidden
        accept={accept}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) onChosen(file);
        }}
      />
    </Button>
  );
}
