import { type ClientKind, type ClientSecret, createClient } from '@/api';
import { Button, CheckField, Dialog, ProblemNote, SelectField, TextField, useCommon, useForm, useRefresh, useRoles } from '@/ui';
import { useClients } from './clients.words';
import { SCOPES } from './scopes';

export function NewClient({ projectId, onClose, onMade }: { projectId: string; onClose: () => void; onMade: (made: ClientSecret) => void }) {
  const t = useClients();
  const common = useCommon();
  const role = useRoles();
  const refresh = useRefresh();
  const form = useForm({ name: '', kind: 'course_provider', provider: '', scopes: [] as string[] }, async ({ kind, provider, ...others }) => {
    const made = await createClient({ path: { project_id: projectId }, body: { ...others, kind: kind as ClientKind, provider: kind === 'course_provider' ? provider : null } });
    await refresh();
    onMade(made);
  });
  const { scopes, kind } = form.values;
  const offered = SCOPES[kind] ?? [];
  return (
    <Dialog title={t('new')} onClose={onClose}>
      <form className="stack" onSubmit={form.submit}>
        <TextField label={t('name')} required maxLength={100} autoFocus {...form.field('name')} />
        <SelectField label={t('kind')} choices={['course_provider', 'third_party'].map((value) => ({ value, label: role.code(value) }))} {...form.field('kind')} />
        {kind === 'course_provider' && <TextField label={t('provider')} hint={t('providerHint')} required maxLength={100} {...form.field('provider')} />}
        <fieldset className="stack-s">
          <legend className="field-label">{t('scopes')}</legend>
          <p className="field-hint">{t('scopesHint')}</p>
          {offered.map((one) => (
            <CheckField key={one} label={<span className="mono">{one}</span>} checked={scopes.includes(one)} onChange={(event) => form.set('scopes', event.target.checked ? [...scopes, one] : scopes.filter((other) => other !== one))} />
          ))}
        </fieldset>
        <ProblemNote problem={form.problem} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button look="primary" type="submit" busy={form.busy} disabled={scopes.length === 0}>{common('create')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
