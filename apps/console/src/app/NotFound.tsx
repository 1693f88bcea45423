import Button from '@mui/material/Button';
import { Link } from 'react-router-dom';
import { useText } from '../i18n/use-text.js';
import { EmptyState } from '../shared/EmptyState.js';

export function NotFound() {
  const text = useText();
  return (
    <EmptyState title={text('shell.notFound.title')} hint={text('shell.notFound.explain')} heading="h1">
      <Button component={Link} to="/" variant="contained">
        {text('shell.notFound.back')}
      </Button>
    </EmptyState>
  );
}

export function Denied() {
  const text = useText();
  return (
    <EmptyState title={text('shell.denied.title')} hint={text('shell.denied.explain')} heading="h1">
      <Button component={Link} to="/" variant="contained">
        {text('shell.notFound.back')}
      </Button>
    </EmptyState>
  );
}
