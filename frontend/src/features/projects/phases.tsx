import { CalendarRange, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { type Phase, type WholeProject, changePhase, createPhase, ifMatch, listPolicies, removePhase } from '@/api';
import { Badge, Button, Card, CheckField, Dialog, Empty, ProblemNote, TextField, ask, day, toast, useAct, useCommon, useForm, useLabel, useRead, useRefresh } from '@/ui';
import { flatten } from './grade';
import { useProjects } from './projects.words';

const split = (text: string) => text.split(/[,，、]/).map((one) => one.trim()).filter(Boolean);

export function Phases({ project, leads }: { project: WholeProject; leads: boolean }) {
  const t = useProjects();
  const label = useLabel();
  const [editing, setEditing] = useState<Phase | 'new'>();
  const remove = useAct((phase: Phase) => removePhase({ path: { id: phase.id }, headers: ifMatch(phase.version) }), { done: t('told.phaseGone') });
  const askRemove = async (phase: Phase) => {
    if (await ask({ title: t('removePhase'), text: phase.name, action: t('removePhase'), danger: true })) remove.mutate(phase);
  };
  const none = <Badge tone="warn">{t('lacking')}</Badge>;
  return (
    <Card title={t('phases')} actions={leads && <Button size="small" icon={Plus} onClick={() => setEditing('new')}>{t('addPhase')}</Button>}>
      <p className="small muted">{t('phasesLead')}</p>
      {project.phases.length === 0 ? <Empty icon={CalendarRange} title={t('noPhases')}>{t('noPhasesHint')}</Empty> : (
        <ol className="project-phases">
          {project.phases.map((phase) => (
            <li key={phase.id}>
              <div className="row-apart">
                <span><span className="strong">{phase.seq}. {phase.name}</span> <span className="small muted">{day(phase.starts_on)} – {day(phase.ends_on)}</span></span>
                {leads && (
                  <span className="row">
                    <Button look="quiet" size="small" icon={Pencil} label={`${t('editPhase')} ${phase.name}`} onClick={() => setEditing(phase)} />
                    {project.status === 'draft' && <Button look="quiet" size="small" icon={Trash2} label={`${t('removePhase')} ${phase.name}`} onClick={() => void askRemove(phase)} />}
                  </span>
                )}
              </div>
              <div className="row small"><span className="muted">{t('modules')}</span>{phase.modules.length ? phase.modules.map((one) => <Badge key={one}>{label('module', one)}</Badge>) : none}</div>
              <div className="row small"><span className="muted">{t('activities')}</span>{phase.activities.length ? phase.activities.map((one) => <Badge key={one}>{one}</Badge>) : none}</div>
              <div className="row small"><span className="muted">{t('components')}</span>{phase.grade_components.length ? phase.grade_components.map((one) => <Badge key={one}>{t.code(`grade.${one}`, one)}</Badge>) : none}</div>
            </li>
          ))}
        </ol>
      )}
      {editing && <EditPhase projectId={project.id} of={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />}
    </Card>
  );
}

function EditPhase({ projectId, of, onClose }: { projectId: string; of: Phase | undefined; onClose: () => void }) {
  const t = useProjects();
  const common = useCommon();
  const label = useLabel();
  const refresh = useRefresh();
  const form = useForm(
    { name: of?.name ?? '', starts_on: of?.starts_on ?? '', ends_on: of?.ends_on ?? '', modules: of?.modules ?? [], activities: of?.activities.join('，') ?? '', grade_components: of?.grade_components ?? [] },
    async ({ activities, ...others }) => {
      const body = { ...others, activities: split(activities) };
      if (of) await changePhase({ path: { id: of.id }, headers: ifMatch(of.version), body });
      else await createPhase({ path: { id: projectId }, body });
      await refresh();
      toast(t(of ? 'told.phaseChanged' : 'told.phaseMade', { name: others.name }));
      onClose();
    },
  );
  const policies = useRead(['policies', projectId], () => listPolicies({ path: { id: projectId } }));
  const policy = policies.data?.items[0];
  const { modules, grade_components: components } = form.values;
  // The total is no part by itself; what was bound under an earlier policy stays in sight.
  const parts = [...new Set([...(policy ? flatten(policy.body.grade).filter(({ depth }) => depth > 0).map(({ node }) => node.code) : []), ...(of?.grade_components ?? [])])];
  return (
    <Dialog title={of ? t('editPhase') : t('addPhase')} onClose={onClose}>
      <form className="stack" onSubmit={form.submit}>
        <TextField label={t('phaseName')} required maxLength={100} autoFocus {...form.field('name')} />
        <div className="grid-2">
          <TextField label={t('starts')} type="date" required {...form.field('starts_on')} />
          <TextField label={t('ends')} type="date" required {...form.field('ends_on')} />
        </div>
        <fieldset className="stack-s">
          <legend className="field-label">{t('modules')}</legend>
          <div className="row">
            {[1, 2, 3, 4].map((one) => (
              <CheckField key={one} label={label('module', one)} checked={modules.includes(one)} onChange={(event) => form.set('modules', event.target.checked ? [...modules, one].sort() : modules.filter((other) => other !== one))} />
            ))}
          </div>
        </fieldset>
        <TextField label={t('activities')} hint={t('activitiesHint')} {...form.field('activities')} />
        <fieldset className="stack-s">
          <legend className="field-label">{t('components')}</legend>
          <div className="row">
            {parts.map((one) => (
              <CheckField key={one} label={t.code(`grade.${one}`, one)} checked={components.includes(one)} onChange={(event) => form.set('grade_components', event.target.checked ? [...components, one] : components.filter((other) => other !== one))} />
            ))}
          </div>
          {form.errors.grade_components && <p className="field-error">{form.errors.grade_components}</p>}
        </fieldset>
        {policies.error && <ProblemNote problem={policies.error} />}
        <ProblemNote problem={form.problem} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button look="primary" type="submit" busy={form.busy}>{common('save')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
