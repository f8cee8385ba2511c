import { useNavigate, useParams } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import { type ImportKind, createImport, listImports, save, showImportTemplate } from '@/api';
import { Button, Card, FileDrop, Note, Page, ProblemNote, Skeleton, Steps, useAct, useRead, useUrlState } from '@/ui';
import { useImports } from './imports.words';
import { KINDS } from './kinds';
import './imports.css';

const LINES: readonly ImportKind[] = ['online_progress', 'homework'];

export default function NewImport() {
  const t = useImports();
  const navigate = useNavigate();
  const { projectId = '' } = useParams({ strict: false }) as { projectId?: string };
  const [search, setSearch] = useUrlState();
  const open = useRead(['imports', projectId, 'kinds'], () => listImports({ path: { project_id: projectId }, query: { limit: 1 } }));
  const kinds = KINDS.filter((one) => open.data?.kinds.includes(one));
  const kind = kinds.find((one) => one === search.kind);
  const template = useAct(async (of: ImportKind) => save((await showImportTemplate({ path: { kind: of }, parseAs: 'blob' })) as Blob, `${t(`kind.${of}`)}.xlsx`));
  const upload = useAct(
    (file: File) => createImport({ path: { project_id: projectId }, query: { kind: kind ?? 'roster', file_name: file.name.slice(-200) }, body: file }),
    { failed: () => undefined, done: (job) => void navigate({ to: `/projects/${projectId}/imports/${job.id}` }) },
  );
  return (
    <Page title={t('newTitle')} width="narrow" back={{ to: `/projects/${projectId}/imports`, label: t('title') }}>
      <Steps steps={[t('step1'), t('step2'), t('step3'), t('step4')]} at={kind ? 1 : 0} />
      <Card title={t('pickKind')}>
        {open.error ? <ProblemNote problem={open.error} /> : !open.data && <Skeleton lines={4} />}
        <div className="import-kinds" role="radiogroup" aria-label={t('pickKind')}>
          {kinds.map((one) => (
            <label key={one} className="import-kind">
              <input type="radio" name="kind" className="visually-hidden" checked={kind === one} onChange={() => setSearch({ kind: one })} />
              <span className="strong">{t(`kind.${one}`)}</span>
              <span className="tiny muted">{t(`about.${one}`)}</span>
            </label>
          ))}
        </div>
      </Card>
      {kind && (
        <Card title={`${t('upload')}：${t(`kind.${kind}`)}`} actions={!LINES.includes(kind) && <Button size="small" icon={Download} busy={template.isPending} onClick={() => template.mutate(kind)}>{t('template')}</Button>}>
          <div className="stack">
            {!LINES.includes(kind) && <p className="small muted">{t('templateHint')}</p>}
            <FileDrop label={t('upload')} hint={t('uploadHint')} accept=".xlsx,.csv,.txt,.jsonl,.xls" busy={upload.isPending} onFile={(file) => upload.mutate(file)} />
            {upload.isPending && <Note><span className="row"><span className="spinner" aria-hidden="true" />{t('uploading', { name: upload.variables?.name })}</span></Note>}
            <ProblemNote problem={upload.error} />
          </div>
        </Card>
      )}
    </Page>
  );
}
