import { useId, useState, type InputHTMLAttributes } from 'react';
import { useEntryTexts } from './EntryPage.js';

interface EntryFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string;
  readonly help?: string | undefined;
  readonly wrong?: string | undefined;
}

/** A labelled input of the pages before the console; what is wrong stands beneath it, and what would be right. */
export function EntryField({ label, help, wrong, type, ...input }: EntryFieldProps) {
  const id = useId();
  const [shown, setShown] = useState(false);
  const { signIn } = useEntryTexts();
  const remarks = [wrong, help].filter((one) => one !== undefined);
  const field = (
    <input
      {...input}
      id={id}
      type={type === 'password' && shown ? 'text' : type}
      aria-invalid={wrong !== undefined}
      aria-describedby={remarks.length === 0 ? undefined : `${id}-remark`}
    />
  );
  return (
    <div className="entry-field">
      <label htmlFor={id}>{label}</label>
      {type === 'password' ? (
        <span className="entry-password">
          {field}
          <button
            type="button"
            aria-pressed={shown}
            aria-label={shown ? signIn.hide : signIn.show}
            onClick={() => setShown(!shown)}
          >
            <Eye crossed={shown} />
          </button>
        </span>
      ) : (
        field
      )}
      {remarks.length > 0 && (
        <div id={`${id}-remark`}>
          {remarks.map((remark) => (
            <small key={remark} className={remark === wrong ? 'wrong' : undefined}>
              {remark}
            </small>
          ))}
        </div>
      )}
    </div>
  );
}

function Eye({ crossed }: { crossed: boolean }) {
  return (
    <svg
      width="20"
      height="20"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      aria-hidden
    >
      <path d="M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5Z" />
      <circle cx="10" cy="10" r="2.25" />
      {crossed && <path d="m4 16 12-12" />}
    </svg>
  );
}
