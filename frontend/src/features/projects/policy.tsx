import { useParams } from '@tanstack/react-router';
import { Plus, Scale } from 'lucide-react';
import { useState } from 'react';
import { type ClassSize, type GradeNode, type Policy, listPolicies } from '@/api';
import { Badge, Button, Card, Empty, Facts, Page, ProblemNote, SelectField, Skeleton, day, roleOf, useMe, useRead, useUrlState, TableScroll } from '@/ui';
import { flatten } from './grade';
import { EditPolicy } from './policy-edit';
import { useProjects } from './projects.words';

export default function PolicyPage() {
  const t = useProjects();
  const { projectId = '' } = useParams({ strict: false }) as { projectId?: string };
  const me = useMe().data;
  const [search, setSearch] = useUrlState();
  const [editing, setEditing] = useState(false);
  const found = useRead(['policies', projectId], () => listPolicies({ path: { id: projectId } }));
  const policies = found.data?.items ?? [];
  const shown = policies.find((one) => String(one.number) === search.version) ?? policies[0];
  const changes = me && ['project_team', 'county_admin'].includes(roleOf(me).role);
  return (
    <Page title={t('policy')} lead={t('policyLead')} width="narrow" actions={changes && shown && <Button look="primary" icon={Plus} onClick={() => setEditing(true)}>{t('newVersion')}</Button>}>
      {found.error ? <ProblemNote problem={found.error} /> : !found.data ? <Skeleton tall /> : !shown ? <Empty icon={Scale} title={t('policy')} /> : (
        <>
          {policies.length > 1 && (
            <SelectField label={t('newVersion')} bare value={String(shown.number)} onChange={(event) => setSearch({ version: event.target.value })} choices={policies.map((one) => ({ value: String(one.number), label: `${t('version', { n: one.number })} · ${day(one.effective_on)}` }))} />
          )}
          <Version policy={shown} current={shown === policies[0]} />
          {editing && <EditPolicy projectId={projectId} from={shown} onClose={() => setEditing(false)} />}
        </>
      )}
    </Page>
  );
}

function Version({ policy, current }: { policy: Policy; current: boolean }) {
  const t = useProjects();
  const { body } = policy;
  const size = (one: ClassSize) => `${one.lower ?? '—'} – ${one.upper ?? '—'} · ${t.code(`breach.${one.on_breach}`)}`;
  return (
    <>
      <Card title={t('version', { n: policy.number })} actions={current && <Badge tone="good">{t('inForce')}</Badge>}>
        <Facts items={[[t('effective'), day(policy.effective_on)], [t('why'), policy.note === 'preset' ? t('preset') : policy.note]]} />
      </Card>
      <Card title={t('secGrade')}><Grade node={body.grade} /></Card>
      <div className="grid-2">
        <Card title={t('secSelection')}><Facts items={[[t('minHours'), body.selection.min_hours], [t('moduleRule'), t.code(`strict.${body.selection.modules}`)], [t('hoursAbove'), body.catalog.hours_above]]} /></Card>
        <Card title={t('secClass')}><Facts items={[[t('independent'), size(body.class_size.independent)], [t('joint'), size(body.class_size.joint)], [`${t('secWorkshop')} · ${t('perSchool')}`, `${body.workshops.upper} · ${t.code(`breach.${body.workshops.on_breach}`)}`]]} /></Card>
        <Card title={t('secHomework')}><Facts items={[[t('required'), body.homework.required_count], [t('threshold'), body.homework.recommend_threshold], [t('rounds'), body.homework.review_rounds], [t('difference'), body.homework.expert_difference]]} /></Card>
        <Card title={t('secQuotas')}><Facts items={[[t('workshopQ'), `${body.quotas.workshop_percent}%`], [t('schoolQ'), `${body.quotas.school_percent}%`], [t('regionQ'), `${body.quotas.region_percent}%`]]} /></Card>
        <Card title={t('secPractice')}><Facts items={[[t('completion'), body.practice.completion_max], [t('effect'), body.practice.effect_max]]} /></Card>
        <Card title={t('secExcellent')}><Facts items={[[t('line'), body.excellent.line], [t('quota'), `${body.excellent.quota_percent}%`], [t('appeal'), body.appeal_days]]} /></Card>
      </div>
    </>
  );
}

function Grade({ node }: { node: GradeNode }) {
  const t = useProjects();
  return (
    <TableScroll label={t('secGrade')}>
      <table className="table">
        <caption className="visually-hidden">{t('secGrade')}</caption>
        <thead><tr><th scope="col">{t('part')}</th><th scope="col" data-num="">{t('max')}</th><th scope="col" data-num="">{t('pass')}</th><th scope="col">{t('source')}</th></tr></thead>
        <tbody>
          {flatten(node).map(({ node: one, depth }) => (
            <tr key={one.code}>
              <td>{'　'.repeat(depth)}{t.code(`grade.${one.code}`, one.code)}</td>
              <td data-num="">{one.max}</td>
              <td data-num="">{one.pass ?? '—'}</td>
              <td>{one.source ? t.code(`source.${one.source}`) : '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
