import { Award } from 'lucide-react';
import { showEnrollmentQualification } from '@/api';
import { Badge, Card, Empty, Note, Page, ProblemNote, Skeleton, useMe, useRead } from '@/ui';
import { Explanation } from './explanation';
import { TONES, useQualifications } from './qualifications.words';

/** How the one who is signed in stands: the published result, or a preview. */
export default function Own() {
  const t = useQualifications();
  const id = useMe().data?.enrollments[0]?.enrollment_id;
  return (
    <Page title={t('mine')} lead={t('mineLead')} back={{ to: '/grade', label: t('back') }} width="narrow">
      {id ? <Standing id={id} /> : <Card><Empty icon={Award} title={t('none')}>{t('noneHint')}</Empty></Card>}
    </Page>
  );
}

function Standing({ id }: { id: string }) {
  const t = useQualifications();
  const found = useRead(['qualification', 'enrollment', id], () => showEnrollmentQualification({ path: { id } }));
  if (found.error) return <ProblemNote problem={found.error} />;
  if (!found.data) return <Skeleton tall />;
  const { outcome, certificate_no, explanation } = found.data;
  return (
    <>
      {!outcome && <Note>{t('preview')}</Note>}
      <Card title={t('outcome')} actions={outcome && <Badge tone={TONES[outcome]}>{t(`outcome.${outcome}`)}</Badge>}>
        {certificate_no && <p className="mono">{t('certificate')} {certificate_no}</p>}
        <Explanation of={explanation} />
      </Card>
    </>
  );
}
