import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { showCourse, withdrawCourse } from '@/api';
import { AllowedActions, Badge, Button, Dialog, Facts, Note, ProblemNote, Skeleton, roleOf, useAct, useLabel, useMe, useRead } from '@/ui';
import { useCatalog } from './catalog.words';
import { EditCourse } from './edit';

export function CoursePanel({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useCatalog();
  const label = useLabel();
  const me = useMe().data;
  const [editing, setEditing] = useState(false);
  const found = useRead(['course', id], () => showCourse({ path: { id } }));
  const withdraw = useAct((reason: string) => withdrawCourse({ path: { id }, body: { reason } }), { done: t('withdrawn') });
  const course = found.data;
  if (course && editing) return <EditCourse projectId={course.project_id} of={course} onClose={() => setEditing(false)} />;
  return (
    <Dialog title={course?.title ?? t('name')} size="side" onClose={onClose}>
      {found.error ? <ProblemNote problem={found.error} /> : !course ? <Skeleton lines={6} /> : (
        <div className="stack">
          <div className="row"><Badge tone={course.status === 'published' ? 'good' : 'bad'}>{t.code(`status.${course.status}`)}</Badge><span className="mono small muted">{course.code}</span></div>
          {course.withdrawal_reason && <Note tone="warn">{t('whyWithdrawn')}：{course.withdrawal_reason}</Note>}
          <Facts
            items={[
              [t('subject'), label('subject', course.subject)], [t('stage'), label('stage', course.stage)], [t('module'), label('module', course.module)], [t('hours'), course.hours], [t('theme'), course.theme_code], [t('ability'), course.ability_point],
              [t('micro'), course.micro_ability], [t('kind'), course.kind], [t('provider'), course.provider], [t('platformId'), course.provider_course_id],
            ]}
          />
          <div className="row">
            {me && roleOf(me).role === 'project_team' && <Button icon={Pencil} size="small" onClick={() => setEditing(true)}>{t('edit')}</Button>}
            <AllowedActions actions={course.allowed_actions} size="small" busy={withdraw.isPending} drawings={{ withdraw: { label: t('withdraw'), look: 'danger', ask: { title: t('withdraw'), text: t('withdrawAsk'), reason: 'required' }, run: withdraw.mutate } }} />
          </div>
        </div>
      )}
    </Dialog>
  );
}
