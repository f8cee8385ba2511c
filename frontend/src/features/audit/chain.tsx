import { FileCheck2, ShieldCheck, Stamp } from 'lucide-react';
import { useRef } from 'react';
import { save, showAuditCheckpoint, showAuditVerification } from '@/api';
import { Button, Note, count, toast, useAct } from '@/ui';
import { useAudit } from './audit.words';

interface Checkpoint { position: number; hash: string }

/** Reads a checkpoint that was kept; nothing where the file is none. */
async function checkpointOf(file: File): Promise<Checkpoint | undefined> {
  const read = (await file.text().then((text) => JSON.parse(text) as unknown).catch(() => undefined)) as Partial<Checkpoint> | undefined;
  return typeof read?.position === 'number' && typeof read.hash === 'string' && read.hash.length === 64 ? { position: read.position, hash: read.hash } : undefined;
}

/** Checks the chain of seals, hands out a signed checkpoint, and holds the chain against one kept earlier. */
export function Chain() {
  const t = useAudit();
  const picker = useRef<HTMLInputElement>(null);
  const check = useAct((against: Checkpoint | undefined) => showAuditVerification({ query: against }), { quiet: true });
  const fetch = useAct(() => showAuditCheckpoint(), {
    quiet: true,
    done: (point) => save(new Blob([JSON.stringify(point, null, 2)], { type: 'application/json' }), `checkpoint-${point.position}.json`),
  });
  const compare = async (file: File | null | undefined) => {
    const kept = file && (await checkpointOf(file));
    if (kept) check.mutate(kept);
    else if (file) toast(t('noCheckpoint'), { tone: 'bad' });
  };
  const found = check.data;
  return (
    <>
      <Button icon={ShieldCheck} busy={check.isPending} onClick={() => check.mutate(undefined)}>{t('verify')}</Button>
      <Button icon={Stamp} busy={fetch.isPending} onClick={() => fetch.mutate(undefined)}>{t('checkpoint')}</Button>
      <Button icon={FileCheck2} onClick={() => picker.current?.click()}>{t('compare')}</Button>
      <input ref={picker} type="file" className="visually-hidden" accept=".json,application/json" tabIndex={-1} aria-label={t('compare')} onChange={(event) => { void compare(event.target.files?.item(0)); event.target.value = ''; }} />
      {found && (
        <Note tone={found.intact ? 'good' : 'bad'}>
          {found.intact ? t('intact', { n: count(found.sealed) }) : t('broken', { n: found.broken?.position ?? 0 })}
          {found.unsealed > 0 && ` · ${t('unsealed', { n: count(found.unsealed) })}`}
        </Note>
      )}
    </>
  );
}
