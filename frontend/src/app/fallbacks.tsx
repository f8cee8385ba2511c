import { Compass, LifeBuoy } from 'lucide-react';
import { ApiProblem } from '@/api';
import { Button, ButtonLink, Empty, ProblemNote, Skeleton, useCommon } from '@/ui';

export function Missing() {
  const t = useCommon();
  return <Empty icon={Compass} title={t('notFound')} action={<ButtonLink to="/" look="primary">{t('toHome')}</ButtonLink>}>{t('notFoundHint')}</Empty>;
}

export function Broken({ error }: { error: unknown }) {
  const t = useCommon();
  if (error instanceof ApiProblem && error.status === 404) return <Missing />;
  return (
    <Empty icon={LifeBuoy} title={t('wentWrong')} action={<Button look="primary" onClick={() => location.reload()}>{t('reload')}</Button>}>
      {error instanceof ApiProblem ? <ProblemNote problem={error} /> : t('wentWrongHint')}
    </Empty>
  );
}

export function Waiting() {
  const t = useCommon();
  return (
    <div className="page">
      <span className="visually-hidden" role="status">{t('loading')}</span>
      <Skeleton lines={1} />
      <Skeleton lines={3} tall />
    </div>
  );
}
