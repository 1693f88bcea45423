import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { Form } from 'ra-core';
import { useRef, useState, type ReactNode } from 'react';
import { useFormContext, type FieldValues } from 'react-hook-form';
import { useNavigate } from 'react-router-dom';
import { useText } from '../i18n/use-text.js';
import { ApiProblem } from '../providers/api-problem.js';
import { Conflict, type Latest } from './Conflict.js';
import { ProblemAlert } from './ProblemAlert.js';
import { Sheet } from './Sheet.js';

interface CommandFormProps<Values extends FieldValues> {
  readonly defaultValues?: Partial<Values>;
  /** Revision of the record when it was opened; the command is sent with the newest one agreed to. */
  readonly revision?: number;
  /** Sends the command; what it throws is shown, beside the field where it names one. */
  readonly submit: (values: Values, revision: number | undefined) => Promise<unknown>;
  readonly onDone: (answer: unknown) => void;
  /** The record as it stands now, asked for when somebody else was faster. */
  readonly latest?: () => Promise<Latest<Values>>;
  readonly submitLabel?: string;
  /** Where Cancel leads: back by default; null where there is no way back. */
  readonly onCancel?: (() => void) | null;
  /** Without a sheet around it, for a dialog. */
  readonly plain?: boolean;
  readonly children: ReactNode;
}

/**
 * The form of one command. It is sent once and waited for; whatever goes wrong, what was typed stays:
 * remarks stand beside their fields, another person's change is shown next to one's own.
 */
export function CommandForm<Values extends FieldValues>(props: CommandFormProps<Values>) {
  const { defaultValues, submit, onDone, latest, children } = props;
  const text = useText();
  const queryClient = useQueryClient();
  const [problem, setProblem] = useState<unknown>();
  const [conflict, setConflict] = useState<Latest<Values>>();
  const [agreed, setAgreed] = useState(false);
  const revision = useRef(props.revision);

  const send = async (values: FieldValues) => {
    setProblem(undefined);
    setConflict(undefined);
    setAgreed(false);
    try {
      const answer = await submit(values as Values, revision.current);
      await queryClient.invalidateQueries();
      onDone(answer);
      return undefined;
    } catch (error) {
      if (latest && error instanceof ApiProblem && error.code === 'REVISION_CONFLICT') {
        setConflict(await latest());
      } else {
        setProblem(error);
      }
      // Whatever is returned keeps the form unsent in the eyes of react-admin: nothing is reset or left.
      return { root: 'refused', ...(error instanceof ApiProblem ? error.body.errors : {}) };
    }
  };

  const body = (
    <Box
      sx={{
        p: props.plain === true ? 0 : { xs: 2, sm: 3 },
        display: 'flex',
        flexDirection: 'column',
        gap: 0.5,
      }}
    >
      {children}
      {conflict && (
        <Conflict
          latest={conflict}
          onDecided={(kept) => {
            revision.current = conflict.revision;
            setConflict(undefined);
            setAgreed(kept === 'mine');
          }}
        />
      )}
      {agreed && (
        <Alert severity="info" variant="outlined">
          {text('shell.conflict.keepMineHint')}
        </Alert>
      )}
      <Remarks problem={problem} />
      <Send label={props.submitLabel} onCancel={props.onCancel} />
    </Box>
  );

  return (
    <Form
      defaultValues={defaultValues}
      onSubmit={send}
      warnWhenUnsavedChanges
      disableInvalidFormNotification
      noValidate
    >
      {props.plain === true ? body : <Sheet>{body}</Sheet>}
    </Form>
  );
}

/** The refusal, without the remarks that already stand beside a field of this form. */
function Remarks({ problem }: { problem: unknown }) {
  const { control } = useFormContext();
  const named = problem instanceof ApiProblem ? Object.keys(problem.body.errors) : [];
  return (
    <ProblemAlert problem={problem} shown={new Set(named.filter((path) => control._names.mount.has(path)))} />
  );
}

function Send({ label, onCancel }: { label: string | undefined; onCancel: (() => void) | null | undefined }) {
  const text = useText();
  const navigate = useNavigate();
  const { formState, clearErrors } = useFormContext();
  return (
    <Box sx={{ display: 'flex', gap: 1, mt: 2 }}>
      {/* Remarks of the last answer are cleared first: one on a path without a field would block for ever. */}
      <Button
        type="submit"
        variant="contained"
        disabled={formState.isSubmitting}
        onClick={() => clearErrors()}
      >
        {label ?? text('shell.form.save')}
      </Button>
      {onCancel !== null && (
        <Button type="button" onClick={onCancel ?? (() => void navigate(-1))}>
          {text('shell.form.cancel')}
        </Button>
      )}
    </Box>
  );
}
