import { type Organization, type OrganizationKind, changeOrganization, createOrganization, ifMatch, listOrganizations } from '@/api';
import { Button, Dialog, ProblemNote, SelectField, TextField, toast, useChoices, useCommon, useForm, useLabel, useRead, useRefresh } from '@/ui';
import { useKeeps } from './kinds';
import { useOrganizations } from './organizations.words';

const PARENT: Record<string, OrganizationKind | undefined> = { school: 'county', town: 'county', county: 'city', city: 'province' };
const list = (text: string) => text.split(/[,，、]/).map((one) => one.trim()).filter(Boolean);

export function EditOrganization({ of, onClose }: { of: Organization | undefined; onClose: () => void }) {
  const t = useOrganizations();
  const common = useCommon();
  const choices = useChoices();
  const refresh = useRefresh();
  const label = useLabel();
  const { adds } = useKeeps();
  const form = useForm(
    { kind: of?.kind ?? adds[0] ?? 'school', parent_id: of?.parent_id ?? '', code: of?.code ?? '', name: of?.name ?? '', aliases: of?.aliases.join('，') ?? '', school_type: of?.school_type ?? '' },
    async ({ kind, parent_id, code, name, aliases, school_type }) => {
      const words = { name, aliases: list(aliases), ...(school_type ? { school_type } : {}) };
      if (of) await changeOrganization({ path: { id: of.id }, headers: ifMatch(of.version), body: words });
      else await createOrganization({ body: { ...words, kind: kind as OrganizationKind, code, parent_id: parent_id || null } });
      await refresh();
      toast(common('saved'));
      onClose();
    },
  );
  const above = PARENT[form.values.kind];
  const parents = useRead(['organizations', 'parents', above], () => listOrganizations({ query: { kind: above, limit: 200 } }), { enabled: !of && above !== undefined });
  return (
    <Dialog title={of ? t('edit') : t('add')} onClose={onClose}>
      <form className="stack" onSubmit={form.submit}>
        {!of && (
          <>
            <SelectField label={t('kind')} choices={choices('organization', adds)} {...form.field('kind')} />
            {above && <SelectField label={t('parent')} required blank="—" hint={parents.data?.items.length === 0 && t('parentFirst', { kind: label('organization', above) })} choices={(parents.data?.items ?? []).map((one) => ({ value: one.id, label: one.name }))} {...form.field('parent_id')} />}
            <TextField label={t('code')} required maxLength={20} {...form.field('code')} />
          </>
        )}
        <TextField label={t('name')} required maxLength={100} {...form.field('name')} />
        <TextField label={t('aliases')} hint={t('aliasesHint')} optional {...form.field('aliases')} />
        {form.values.kind === 'school' && <TextField label={t('type')} optional maxLength={50} {...form.field('school_type')} />}
        <ProblemNote problem={form.problem} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button look="primary" type="submit" busy={form.busy}>{common('save')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
