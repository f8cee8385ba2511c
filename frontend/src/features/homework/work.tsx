import { useParams } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { type Submission, changeSubmissionConsent, ifMatch, listSubmissionHistory, showSubmission, showSubmissionVersion } from '@/api';
import { Badge, Button, ButtonLink, Card, CheckField, Facts, Note, Page, ProblemNote, SelectField, Skeleton, Timeline, moment, toast, useAct, useLabel, useProblemText, useRead, useReference, useMe, useRoles } from '@/ui';
import { Brief } from './brief';
import { Decisions } from './decisions';
import { Download } from './files';
import { toneOf, useHomework } from './homework.words';
import { Experts, Polishing, QuotaNote, numberOf } from './parts';
import { Receipt } from './receipt';
import { NextWork, ReviewPanel } from './review';
import { isWritable } from './writable';
import './homework.css';

/** States in which somebody has to do something next. */
const WAITING = ['submitted', 'under_review', 'returned', 'accepted'];
const RUNGS = ['personal', 'school', 'regional', 'exhibition', 'library'];

/** One work: its text and files, who said what of it, and what can be decided. */
export default function Work() {
  const t = useHomework();
  const { submissionId = '' } = useParams({ strict: false }) as { submissionId?: string };
  const me = useMe().data;
  const work = useRead(['submission', submissionId], () => showSubmission({ path: { id: submissionId } }));
  if (work.error) return <Page title={t('work')}><ProblemNote problem={work.error} /></Page>;
  if (!work.data || !me) return <Page title={t('work')}><Skeleton lines={8} /></Page>;
  const found = work.data;
  const own = found.author_id === me.person_id;
  const back = own ? { to: '/homework', label: t('mine') } : { to: `/projects/${found.project_id}/submissions`, label: t('inbox') };
  const editable = isWritable(found);
  return (
    <Page title={found.title || t('work')} back={back}
      lead={<span className="row"><Badge tone={toneOf(found.status)}>{t.code(`status.${found.status}`)}</Badge>{found.late && <Badge tone="warn">{t('late')}</Badge>}<span>{t.code(`kind.${found.kind}`)}</span></span>}
      actions={<>{editable && <ButtonLink look="primary" to={`/submissions/${found.id}/write`}>{t('write')}</ButtonLink>}<Decisions work={found} /></>}>
      <Ladder work={found} />
      <QuotaNote work={found} />
      <div className="homework-columns">
        <div className="stack-l">
          {(own || found.allowed_actions.some((one) => one.action === 'review' && one.allowed)) && <Brief work={found} />}
          <Content work={found} own={own} />
          <History id={found.id} />
        </div>
        <div className="stack-l">
          <ReviewPanel key={`${found.id} ${found.latest_version}`} work={found} />
          <About work={found} own={own} />
          <Polishing work={found} />
          <Experts work={found} />
          <Voices work={found} />
        </div>
      </div>
      {!own && <NextWork work={found} />}
    </Page>
  );
}

function Ladder({ work }: { work: Submission }) {
  const t = useHomework();
  const at = RUNGS.indexOf(work.rung);
  return (
    <ol className="homework-ladder" aria-label={t('ladder')}>
      {RUNGS.map((rung, index) => <li key={rung} data-done={index < at ? '' : undefined} aria-current={index === at ? 'step' : undefined}>{t.code(`rung.${rung}`)}</li>)}
    </ol>
  );
}

function Content({ work, own }: { work: Submission; own: boolean }) {
  const t = useHomework();
  const [proof, setProof] = useState(false);
  const [number, setNumber] = useState(work.latest_version);
  const version = useRead(['submission', work.id, 'version', number], () => showSubmissionVersion({ path: { id: work.id, number } }), { enabled: number > 0 });
  if (work.latest_version === 0) return <Card>{work.draft ? <p className="homework-text">{work.draft.body || t('nothing')}</p> : <p className="muted">{t('nothing')}</p>}</Card>;
  return (
    <Card title={version.data?.title ?? work.title} actions={work.versions.length > 1 && (
      <SelectField bare label={t('versions')} value={String(number)} choices={work.versions.map((one) => ({ value: String(one.number), label: t('version', { n: one.number }) }))} onChange={(event) => setNumber(Number(event.target.value))} />
    )}>
      {version.error ? <ProblemNote problem={version.error} /> : !version.data ? <Skeleton lines={6} /> : (
        <div className="stack">
          <p className="homework-text">{version.data.body || t('nothing')}</p>
          {version.data.attachments.length > 0 && <ul className="stack-s">{version.data.attachments.map((file) => <Download key={file.id} id={file.id} name={file.name} size={file.size} />)}</ul>}
          <div className="row-apart"><p className="tiny muted">{t('versionBy', { by: version.data.contributors[0]?.name ?? work.author_name, at: moment(version.data.submitted_at) })} · <span className="mono">{version.data.sha256.slice(0, 12)}</span></p>{own && <Button size="small" look="quiet" icon={Printer} onClick={() => setProof(true)}>{t('printReceipt')}</Button>}</div>
          {proof && <Receipt of={{ id: work.id, title: version.data.title, author: work.author_name, school: work.school_name, number, at: version.data.submitted_at, sha256: version.data.sha256 }} onClose={() => setProof(false)} />}
        </div>
      )}
    </Card>
  );
}

function About({ work, own }: { work: Submission; own: boolean }) {
  const t = useHomework();
  const label = useLabel();
  const reference = useReference();
  // What was just chosen is shown at once, before the server has it.
  const text = useProblemText();
  const [wish, setWish] = useState<boolean>();
  const consent = useAct((agreed: boolean) => changeSubmissionConsent({ path: { id: work.id }, body: { consent: agreed }, headers: ifMatch(work.version) }), { done: t('consentSaved'), failed: (problem) => { setWish(undefined); toast(text.whole(problem), { tone: 'bad' }); } });
  return (
    <Card>
      <div className="stack">
        <Facts items={[
          [t('author'), work.author_name], [t('school'), work.school_name], [t('workshop'), work.workshop_name],
          [t('subject'), `${reference.subject(work.subject)} · ${label('stage', work.stage)}`], (work.score !== null || work.expert_score === null) && [t('score'), work.score ?? '—'], work.expert_score !== null && [t('expertScore'), work.expert_score],
          [t('no'), <span key="no" className="mono">{numberOf(work.id)}</span>], [t('submittedAt'), moment(work.submitted_at)], WAITING.includes(work.status) && work.rung !== 'library' && [t('waiting'), moment(work.waiting_since)],
          work.quota !== null && [t(`quotaOf.${work.quota.step}`), t('quotaText', { ...work.quota })],
        ]} />
        {own ? <CheckField label={t('consent')} checked={wish ?? work.consent} disabled={consent.isPending} onChange={(event) => { setWish(event.target.checked); consent.mutate(event.target.checked); }} />
          : !work.consent && work.rung === 'school' && <Note tone="warn">{t('consentNo')}</Note>}
      </div>
    </Card>
  );
}

function Voices({ work }: { work: Submission }) {
  const t = useHomework();
  const role = useRoles();
  const roleName = (code: string) => role.code(code);
  return (
    <Card title={t('reviews')}>
      <div className="stack">
        {work.reviews.length === 0 ? <p className="small muted">{t('noReviews')}</p> : (
          <Timeline entries={[...work.reviews].reverse().map((one) => ({
            id: one.id, at: one.created_at, by: [one.reviewer_name, roleName(one.role), t('version', { n: one.version })].filter(Boolean).join(' · '),
            title: one.score === null ? t('comment') : `${t('score')} ${one.score}`, text: [one.criteria.map((mark) => `${mark.name} ${mark.score}`).join('，'), one.comment].filter(Boolean).join('\n'),
          }))} />
        )}
        <h3>{t('recommendations')}</h3>
        {work.recommendations.length === 0 ? <p className="small muted">{t('noRecommendations')}</p> : (
          <Timeline entries={work.recommendations.map((one) => ({
            id: one.id, at: one.created_at, tone: one.effective ? undefined : 'muted' as const, by: `${one.mine ? t('byMe') : one.recommender_name ?? ''} · ${roleName(one.role)}`,
            title: <span className="row">{t.code(`rung.${one.rung}`)}<Badge tone={one.effective ? 'good' : 'plain'}>{one.effective ? t('effective') : t('cancelled')}</Badge>{one.changed_since && one.effective && <Badge tone="warn">{t('changedSince')}</Badge>}</span>,
            text: [one.reason, one.cancel_reason].filter(Boolean).join('\n'),
          }))} />
        )}
      </div>
    </Card>
  );
}

function History({ id }: { id: string }) {
  const t = useHomework();
  const role = useRoles();
  const steps = useRead(['submission', id, 'history'], () => listSubmissionHistory({ path: { id } }));
  if (steps.error) return <ProblemNote problem={steps.error} />;
  return (
    <Card title={t('history')}>
      {!steps.data ? <Skeleton lines={4} /> : (
        <Timeline entries={steps.data.items.map((step) => ({
          id: step.id, at: step.at, title: t.code(`action.${step.action}`), by: [step.actor_name ?? t('system'), role.code(step.role)].filter(Boolean).join(' · '), text: step.reason,
          tone: ['return', 'decline', 'veto', 'withdraw'].includes(step.action) ? 'bad' as const : undefined,
        }))} />
      )}
    </Card>
  );
}
