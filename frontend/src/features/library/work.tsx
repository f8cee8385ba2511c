import { useParams } from '@tanstack/react-router';
import { Download, FileText } from 'lucide-react';
import { type Attachment, createTakeDown, save, showAttachmentContent, showResource } from '@/api';
import { AllowedActions, Badge, Button, Card, Facts, Page, ProblemNote, Skeleton, Timeline, day, toast, useAct, useLabel, useRead, useRoles } from '@/ui';
import { useActs } from '@/ui/acts.words';
import { useLibrary } from './library.words';

const size = (bytes: number) => (bytes < 1_048_576 ? `${Math.ceil(bytes / 1024)} kB` : `${(bytes / 1_048_576).toFixed(1)} MB`);

export default function Work() {
  const t = useLibrary();
  const label = useLabel();
  const role = useRoles();
  const act = useActs();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const found = useRead(['resource', id], () => showResource({ path: { id } }));
  const takeDown = useAct((reason: string) => createTakeDown({ path: { id }, body: { reason } }), { done: () => toast(`${t('asked')}：${found.data?.title ?? ''}`) });
  const back = { to: '/library', label: t('title') };
  if (found.error) return <Page title={t('title')} back={back}><ProblemNote problem={found.error} /></Page>;
  const work = found.data;
  if (!work) return <Page title={t('title')} back={back}><Skeleton tall /></Page>;
  const drawing = (name: string) => ({ label: name, look: 'danger' as const, ask: { title: name, text: t('takeDownAsk'), reason: 'required' as const }, run: takeDown.mutate });
  return (
    <Page
      title={work.title} back={back} width="narrow" lead={<span className="row"><Badge tone="info">{t.code(`level.${work.level}`)}</Badge><Badge>{t.code(`kind.${work.kind}`)}</Badge>{work.status !== 'published' && <Badge tone="warn">{t.code(`status.${work.status}`)}</Badge>}</span>}
      actions={<AllowedActions actions={work.allowed_actions} busy={takeDown.isPending} drawings={{ take_down: drawing(t('take_down')), request_take_down: drawing(t('request_take_down')) }} />}
    >
      <Card>
        <Facts items={[[t('author'), work.author.name], [t('school'), work.school.name], [t('subject'), `${label('stage', work.stage)} ${label('subject', work.subject)}`], [t('expertScore'), work.expert_score ?? '—'], [t('published'), day(work.published_at)], [t('licence'), work.licence]]} />
      </Card>
      <Card title={t('files')}>
        {work.attachments.length === 0 ? <p className="small muted">{t('noFiles')}</p> : <ul className="stack-s">{work.attachments.map((one) => <li key={one.id}><File of={one} /></li>)}</ul>}
      </Card>
      <Card title={t('way')}>
        <Timeline entries={work.provenance.map((step, index) => ({ id: step.at + index, at: step.at, title: t.code(`step.${step.action}`, act.code(`submission.${step.action}`)), by: [step.actor_name, role.code(step.role, '')].filter(Boolean).join(' · '), text: step.reason, tone: step.action === 'return' ? 'bad' as const : undefined }))} />
      </Card>
    </Page>
  );
}

function File({ of }: { of: Attachment }) {
  const t = useLibrary();
  const download = useAct(async () => save((await showAttachmentContent({ path: { id: of.id }, parseAs: 'blob' })) as Blob, of.name));
  return (
    <div className="row-apart">
      <span className="row"><FileText size={18} aria-hidden="true" /><span className="strong small">{of.name}</span><span className="tiny muted">{size(of.size)}</span></span>
      <Button size="small" icon={Download} busy={download.isPending} onClick={() => download.mutate(undefined)}>{t('download')}</Button>
    </div>
  );
}
