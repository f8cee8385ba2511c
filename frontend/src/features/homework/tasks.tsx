import { useParams } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { type HomeworkTask, changeHomeworkTask, createHomeworkTask, listHomeworkTasks, showProject } from '@/api';
import { Badge, Button, CheckField, DataTable, Dialog, Empty, Page, ProblemNote, SelectField, TextArea, TextField, moment, toast, useChoices, useCommon, useForm, useList, useRead, useReference, useRefresh, useUrlState, useWorkshops } from '@/ui';
import { useHomework } from './homework.words';

/** The project team's tasks: what is asked of whom, until when, and how it is marked. */
export default function Tasks() {
  const t = useHomework();
  const { projectId = '' } = useParams({ strict: false }) as { projectId?: string };
  const reference = useReference();
  const [search] = useUrlState();
  const [open, setOpen] = useState<HomeworkTask | 'new'>();
  const query = { status: search.status as 'open' | undefined };
  const list = useList(['tasks', projectId, query], (cursor) => listHomeworkTasks({ path: { id: projectId }, query: { ...query, cursor } }));
  return (
    <Page title={t('tasks')} lead={t('tasksLead')} actions={<Button look="primary" icon={Plus} onClick={() => setOpen('new')}>{t('newTask')}</Button>}>
      <DataTable
        name="tasks" label={t('tasks')} list={list} rowKey={(row) => row.id} onRow={setOpen} empty={<Empty title={t('noTasks')} />}
        filters={[{ key: 'status', label: t('status'), choices: [{ value: 'open', label: t('open') }, { value: 'closed', label: t('closed') }] }]}
        columns={[
          { key: 'title', title: t('title'), cell: (row) => row.title },
          { key: 'subject', title: t('subject'), cell: (row) => (row.subject ? reference.subject(row.subject) : t('all')) },
          { key: 'required', title: t('required'), cell: (row) => (row.required ? <Badge tone="info">{t('required')}</Badge> : '—') },
          { key: 'due', title: t('dueAt'), cell: (row) => moment(row.due_at) },
          { key: 'status', title: t('status'), cell: (row) => <Badge tone={row.status === 'open' ? 'good' : 'plain'}>{row.status === 'open' ? t('open') : t('closed')}</Badge> },
        ]}
      />
      {open && <TaskDialog key={open === 'new' ? 'new' : open.id} projectId={projectId} task={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />}
    </Page>
  );
}

/** “目标明确 30” a line. */
function rubric(text: string): Array<{ name: string; max: number }> | undefined {
  const lines = text.split('\n').map((line) => line.trim()).filter(Boolean);
  const found = lines.map((line) => /^(.+?)[\s　]+(\d+(?:\.\d{1,2})?)$/.exec(line));
  return found.every(Boolean) ? found.map((match) => ({ name: match?.[1] ?? '', max: Number(match?.[2]) })) : undefined;
}

/** The wall clock of the county, as a date input wants it. */
const wall = (at: string | null | undefined) => (at ? new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16) : '');

function TaskDialog({ projectId, task, onClose }: { projectId: string; task?: HomeworkTask; onClose: () => void }) {
  const t = useHomework();
  const common = useCommon();
  const choices = useChoices();
  const reference = useReference();
  const refresh = useRefresh();
  const project = useRead(['project', projectId], () => showProject({ path: { id: projectId } }));
  const workshops = useWorkshops(projectId);
  const form = useForm({
    title: task?.title ?? '', instructions: task?.instructions ?? '', criteria: (task?.criteria ?? []).map((one) => `${one.name} ${one.max}`).join('\n'),
    subject: task?.subject ?? '', stage: task?.stage ?? '', phase_id: task?.phase_id ?? '', workshop_id: task?.workshop_id ?? '', due_at: wall(task?.due_at), required: task?.required ?? true, late_allowed: task?.late_allowed ?? true, open: task?.status !== 'closed',
  }, async (values, { wrong }) => {
    const criteria = rubric(values.criteria);
    if (!criteria) return wrong({ criteria: t('criteriaWrong') });
    const body = {
      title: values.title, instructions: values.instructions, criteria, required: values.required, late_allowed: values.late_allowed, status: values.open ? 'open' as const : 'closed' as const,
      subject: values.subject || null, stage: values.stage || null, due_at: values.due_at ? `${values.due_at}:00+08:00` : null, phase_id: values.phase_id || null, workshop_id: values.workshop_id || null, opens_at: task?.opens_at ?? null,
    };
    if (task) await changeHomeworkTask({ path: { id: task.id }, body, headers: { 'If-Match': `"${task.version}"` } });
    else await createHomeworkTask({ path: { id: projectId }, body });
    toast(common('saved'));
    await refresh();
    onClose();
  });
  return (
    <Dialog title={task ? t('change') : t('newTask')} size="wide" onClose={onClose}>
      <form className="stack" onSubmit={form.submit}>
        <TextField label={t('title')} required maxLength={200} {...form.field('title')} />
        <TextArea label={t('instructions')} rows={5} maxLength={20_000} {...form.field('instructions')} />
        <TextArea label={t('criteria')} hint={t('criteriaHint')} rows={4} {...form.field('criteria')} />
        <div className="grid-3">
          <SelectField label={t('subject')} blank={t('all')} choices={reference.subjects} {...form.field('subject')} />
          <SelectField label={t('stage')} blank={t('all')} choices={choices('stage', ['primary', 'junior', 'senior'])} {...form.field('stage')} />
          <TextField label={t('dueAt')} type="datetime-local" optional {...form.field('due_at')} />
        </div>
        <div className="grid-2">
          <SelectField label={t('phase')} blank={t('noPhase')} choices={(project.data?.phases ?? []).map((one) => ({ value: one.id, label: one.name }))} {...form.field('phase_id')} />
          <SelectField label={t('workshop')} blank={t('allWorkshops')} choices={workshops} {...form.field('workshop_id')} />
        </div>
        <div className="row">
          <CheckField label={t('required')} {...form.check('required')} />
          <CheckField label={t('lateAllowed')} {...form.check('late_allowed')} />
          <CheckField label={t('open')} {...form.check('open')} />
        </div>
        <ProblemNote problem={form.problem} />
        <div className="dialog-foot"><Button onClick={onClose}>{common('cancel')}</Button><Button look="primary" type="submit" busy={form.busy}>{common('save')}</Button></div>
      </form>
    </Dialog>
  );
}
