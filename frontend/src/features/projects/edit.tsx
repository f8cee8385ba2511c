import { useNavigate } from '@tanstack/react-router';
import { type CreateProject, type Project, changeProject, createProject, ifMatch, listOrganizations } from '@/api';
import { Button, Dialog, Note, ProblemNote, SelectField, TextField, TextLink, roleOf, toast, useChoices, useCommon, useForm, useMe, useRead, useRefresh } from '@/ui';
import { useProjects } from './projects.words';

const LEVELS = ['national', 'provincial', 'city', 'county', 'school'];
/** An instant as the local clock of the county shows it, for a date-and-time field; and back. */
const toLocal = (at: string | null | undefined) => (at ? new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16) : '');
const toInstant = (text: string) => (text ? new Date(`${text}:00+08:00`).toISOString() : null);

export function EditProject({ of, onClose }: { of?: Project; onClose: () => void }) {
  const t = useProjects();
  const common = useCommon();
  const choices = useChoices();
  const refresh = useRefresh();
  const navigate = useNavigate();
  const me = useMe().data;
  const counties = useRead(['organizations', 'counties'], () => listOrganizations({ query: { kind: 'county', limit: 200 } }), { enabled: !of });
  const form = useForm(
    {
      code: of?.code ?? '', name: of?.name ?? '', programme: of?.programme ?? 'itaa_2', level: of?.level ?? 'provincial', region_id: of?.region_id ?? '', provider: of?.provider ?? '',
      target_headcount: of ? String(of.target_headcount) : '', starts_on: of?.starts_on ?? '', ends_on: of?.ends_on ?? '', selection_closes_at: toLocal(of?.selection_closes_at),
    },
    async ({ target_headcount, selection_closes_at, code, programme, region_id, ...others }) => {
      const body = { ...others, level: others.level as CreateProject['level'], target_headcount: Number(target_headcount) };
      if (of) await changeProject({ path: { id: of.id }, headers: ifMatch(of.version), body: { ...body, selection_closes_at: toInstant(selection_closes_at) } });
      const made = of ? undefined : await createProject({ body: { ...body, code, region_id, programme: programme as CreateProject['programme'] } });
      await refresh();
      // Whoever founds a project as a member of a team leads it; an operator has to appoint one.
      if (made && me && roleOf(me).role === 'platform_operator') {
        toast(t('told.foundedBare', { name: others.name }), { action: { label: t('appointTeam'), run: () => void navigate({ to: `/projects/${made.id}/appointments` }) } });
      } else {
        toast(t(of ? 'told.changed' : 'told.founded', { name: others.name }));
      }
      onClose();
    },
  );
  return (
    <Dialog title={of ? t('edit') : t('new')} size="wide" onClose={onClose}>
      <form className="stack" onSubmit={form.submit}>
        {counties.data?.items.length === 0 && <Note tone="warn">{t('noCounty')} <TextLink to="/organizations">{t('toOrganizations')}</TextLink></Note>}
        <TextField label={t('name')} required maxLength={100} autoFocus {...form.field('name')} />
        <div className="grid-2">
          {!of && <TextField label={t('code')} hint={t('codeHint')} required maxLength={30} {...form.field('code')} />}
          {!of && <SelectField label={t('programme')} choices={choices('programme', ['itaa_1', 'itaa_2'])} {...form.field('programme')} />}
          <SelectField label={t('level')} choices={choices('level', LEVELS)} {...form.field('level')} />
          {!of && <SelectField label={t('region')} required blank="—" choices={(counties.data?.items ?? []).map((one) => ({ value: one.id, label: one.name }))} {...form.field('region_id')} />}
          <TextField label={t('provider')} required maxLength={100} {...form.field('provider')} />
          <TextField label={t('target')} type="number" required min={0} {...form.field('target_headcount')} />
          <TextField label={t('starts')} type="date" required {...form.field('starts_on')} />
          <TextField label={t('ends')} type="date" required {...form.field('ends_on')} />
          {of && <TextField label={t('selectionCloses')} type="datetime-local" optional {...form.field('selection_closes_at')} />}
        </div>
        <ProblemNote problem={form.problem} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button look="primary" type="submit" busy={form.busy}>{common('save')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
