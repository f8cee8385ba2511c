import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Organization } from '@/api';
import { Button, Page } from '@/ui';
import { EditOrganization } from './edit';
import { useKeeps } from './kinds';
import { useOrganizations } from './organizations.words';
import { Tree } from './tree';

/** The tree without a project: the first thing that an empty installation needs. */
export default function Organizations() {
  const t = useOrganizations();
  const { adds } = useKeeps();
  const [editing, setEditing] = useState<Organization | 'new'>();
  return (
    <Page title={t('tree')} lead={t('treeLead')} actions={adds.length > 0 && <Button look="primary" icon={Plus} onClick={() => setEditing('new')}>{t('add')}</Button>}>
      <Tree onEdit={setEditing} />
      {editing && <EditOrganization of={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />}
    </Page>
  );
}
