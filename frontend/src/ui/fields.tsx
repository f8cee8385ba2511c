import { CircleAlert, FileUp } from 'lucide-react';
import { type ChangeEvent, type ComponentProps, type ReactNode, useId, useState } from 'react';
import { useCommon } from './common.words';
import './controls.css';

interface Common {
  label: string;
  hint?: ReactNode;
  error?: string;
  /** Hides the label from the eye, not from the reader. */
  bare?: boolean;
  /** Need not be filled in; `sometimes` where a rule may ask for it. */
  optional?: boolean | 'sometimes';
}

function Frame({ id, label, hint, error, bare, optional, kind, children }: Common & { id: string; kind?: string; children: ReactNode }) {
  const t = useCommon();
  return (
    <div className="field" data-kind={kind}>
      <label className={bare ? 'visually-hidden' : 'field-label'} htmlFor={id}>
        {label}
        {optional && <span className="muted"> · {t(optional === 'sometimes' ? 'atTimes' : 'optional')}</span>}
      </label>
      {children}
      {hint && <div className="field-hint" id={`${id}-hint`}>{hint}</div>}
      {error && (
        <div className="field-error" id={`${id}-error`}>
          <CircleAlert size={14} aria-hidden="true" />
          {error}
        </div>
      )}
    </div>
  );
}

const described = (id: string, { hint, error }: Common) => ({
  id,
  'aria-invalid': error ? true : undefined,
  'aria-describedby': [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined,
});

/** A line of text; `type` may be date, number, password, search, tel … */
export function TextField({ label, hint, error, bare, optional, ...rest }: Common & ComponentProps<'input'>) {
  const own = useId();
  const id = rest.id ?? own;
  const common = { label, hint, error, bare, optional };
  return (
    <Frame {...common} id={id} kind={rest.type}>
      <input className="input" {...rest} {...described(id, common)} />
    </Frame>
  );
}

export function TextArea({ label, hint, error, bare, optional, ...rest }: Common & ComponentProps<'textarea'>) {
  const own = useId();
  const id = rest.id ?? own;
  const common = { label, hint, error, bare, optional };
  return (
    <Frame {...common} id={id}>
      <textarea className="input" {...rest} {...described(id, common)} />
    </Frame>
  );
}

export type Choice = { value: string; label: string };

export function SelectField({
  label, hint, error, bare, optional, choices, blank, ...rest
}: Common & ComponentProps<'select'> & { choices: readonly Choice[]; /** What stands for nothing chosen. */ blank?: string }) {
  const own = useId();
  const id = rest.id ?? own;
  const common = { label, hint, error, bare, optional };
  return (
    <Frame {...common} id={id}>
      <select className="input" {...rest} {...described(id, common)}>
        {blank !== undefined && <option value="">{blank}</option>}
        {choices.map((one) => (
          <option key={one.value} value={one.value}>{one.label}</option>
        ))}
      </select>
    </Frame>
  );
}

export function CheckField({ label, hint, error, ...rest }: { label: ReactNode; hint?: ReactNode; error?: string } & ComponentProps<'input'>) {
  const own = useId();
  const id = rest.id ?? own;
  return (
    <div className="field">
      <label className="check" htmlFor={id}>
        <input type="checkbox" {...rest} {...described(id, { label: '', hint, error })} />
        <span>{label}</span>
      </label>
      {hint && <div className="field-hint" id={`${id}-hint`}>{hint}</div>}
      {error && <div className="field-error" id={`${id}-error`}><CircleAlert size={14} aria-hidden="true" />{error}</div>}
    </div>
  );
}

/** Takes a file by clicking, by keyboard or by dropping it. */
export function FileDrop({ label, hint, accept, onFile, busy }: { label: string; hint?: ReactNode; accept?: string; onFile: (file: File) => void; busy?: boolean }) {
  const t = useCommon();
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.item(0);
    if (file && !busy) onFile(file);
  };
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    take(event.target.files);
    event.target.value = '';
  };
  return (
    <label
      className="drop"
      data-over={over ? '' : undefined}
      onDragOver={(event) => { event.preventDefault(); setOver(true); }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => { event.preventDefault(); setOver(false); take(event.dataTransfer.files); }}
    >
      <input type="file" className="visually-hidden" accept={accept} onChange={chosen} disabled={busy} aria-label={label} />
      <FileUp size={32} strokeWidth={1.5} aria-hidden="true" />
      <span className="strong">{t('dropFile')}</span>
      {hint && <span className="small muted">{hint}</span>}
    </label>
  );
}
