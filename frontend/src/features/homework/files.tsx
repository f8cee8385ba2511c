import { Paperclip, X } from 'lucide-react';
import { useState } from 'react';
import { ApiProblem, createAttachment, save, showAttachment, showAttachmentContent } from '@/api';
import { Button, FileDrop, ProblemNote, useRead } from '@/ui';
import { useHomework } from './homework.words';

/** How heavy a file is, in words. */
export const weight = (bytes: number) => (bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`);

/** The files of a draft: added by dropping them, shown by name, taken away again. */
export function Files({ projectId, ids, onChange }: { projectId: string; ids: readonly string[]; onChange: (ids: string[]) => void }) {
  const t = useHomework();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const add = async (file: File) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const made = await createAttachment({ query: { project_id: projectId, name: file.name }, body: file as never });
      onChange([...ids, made.id]);
    } catch (failure) {
      if (!(failure instanceof ApiProblem)) throw failure;
      setProblem(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="stack-s">
      <span className="field-label">{t('files')}</span>
      {ids.length > 0 && <ul className="stack-s">{ids.map((id) => <Kept key={id} id={id} onRemove={() => onChange(ids.filter((one) => one !== id))} />)}</ul>}
      <FileDrop label={t('addFile')} hint={t('fileHint')} busy={busy} onFile={(file) => void add(file)} />
      <ProblemNote problem={problem} />
    </div>
  );
}

function Kept({ id, onRemove }: { id: string; onRemove: () => void }) {
  const t = useHomework();
  const file = useRead(['attachment', id], () => showAttachment({ path: { id } })).data;
  return (
    <li className="homework-file">
      <Paperclip size={16} aria-hidden="true" />
      <span className="small">{file?.name ?? '…'}</span>
      <span className="tiny muted">{file && weight(file.size)}</span>
      <Button look="quiet" size="small" icon={X} label={t('removeFile', { name: file?.name ?? '' })} onClick={onRemove} />
    </li>
  );
}

/** A file to download; `name` is what it is saved as. */
export function Download({ id, name, size }: { id: string; name: string; size: number }) {
  const t = useHomework();
  const fetchIt = async () => save((await showAttachmentContent({ path: { id }, parseAs: 'blob' })) as unknown as Blob, name);
  return (
    <li className="homework-file">
      <Paperclip size={16} aria-hidden="true" />
      <button type="button" className="homework-link small" aria-label={t('download', { name })} onClick={() => void fetchIt()}>{name}</button>
      <span className="tiny muted">{weight(size)}</span>
    </li>
  );
}
