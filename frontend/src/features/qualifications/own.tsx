import { Award } from 'lucide-react';
import { showEnrollmentQualification } from '@/api';
import { Badge, Card, Empty, Note, Page, ProblemNote, Skeleton, moment, useMe, useRead } from '@/ui';
import { Explanation } from './explanation';
import { TONES, useQualifications } from './qualifications.words';

/** How the one who is signed in stands: the published result, or a preview. */
export default function Own() {
  const t = useQualifications();
  const id = useMe().data?.enrollments[0]?.enrollment_id;
  return (
    <Page title={t('mine')} lead={t('mineLead')} back={{ to: '/grade', label: t('back') }} width="narrow">
      {id ? <Standing id={id} /> : <Card><Empty icon={Award} title={t('noPlace')}>{t('noPlaceHint')}</Empty></Card>}
    </Page>
  );
}

function Standing({ id }: { id: string }) {
  const t = useQualifications();
  const found = useRead(['qualification', 'enrollment', id], () => showEnrollmentQualification({ path: { id } }));
  if (found.error) return <ProblemNote problem={found.error} />;
  if (!found.data) return <Skeleton tall />;
  const { outcome, certificate_no, explanation, run_number, judged_at, published_at, policy_number } = found.data;
  return (
    <>
      {!outcome && <Note>{t('preview')}</Note>}
      <Card title={t('outcome')} actions={outcome && <Badge tone={TONES[outcome]}>{t(`outcome.${outcome}`)}</Badge>}>
        <div className="stack">
          <p className="small muted">{run_number === null ? t('previewBy', { policy: policy_number }) : t('judgedBy', { n: run_number, at: moment(judged_at), policy: policy_number })}{published_at && ` · ${t('shownAt', { at: moment(published_at) })}`}</p>
          {certificate_no && <p className="nowrap">{t('certificate')} <span className="mono">{certificate_no}</span></p>}
          <Explanation of={explanation} own />
        </div>
      </Card>
    </>
  );
}
