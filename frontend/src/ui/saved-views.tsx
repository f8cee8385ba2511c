import { Bookmark, BookmarkPlus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from './button';
import { useCommon } from './common.words';
import { useUrlState } from './data';
import { Dialog } from './dialog';
import { TextField } from './fields';
import { Menu, MenuItem } from './menu';
import { toast } from './overlays';
import { keepPreference, preference } from './preferences';

/** A set of filters and sorting under a name of its own. */
export interface SavedView { name: string; search: Record<string, string> }
const MOST = 12;

/**
 * Filters kept under a name in this browser. Only what is chosen from lists is kept: what
 * somebody typed may name a person.
 */
export function SavedViews({ name, keys }: { name: string; keys: readonly string[] }) {
  const t = useCommon();
  const [search, setSearch] = useUrlState();
  const [views, setViews] = useState(() => preference<SavedView[]>(`views.${name}`, []));
  const [naming, setNaming] = useState(false);
  const now = Object.fromEntries(keys.flatMap((key) => (search[key] ? [[key, search[key]]] : []))) as Record<string, string>;
  const some = Object.keys(now).length > 0;
  const keep = (next: SavedView[]) => {
    keepPreference(`views.${name}`, next);
    setViews(next);
  };
  if (views.length === 0 && !some) return null;
  const same = (one: SavedView) => keys.every((key) => (one.search[key] ?? '') === (now[key] ?? ''));
  return (
    <>
      <Menu label={t('views')} icon={Bookmark} look="plain">
        {views.map((one) => (
          <div key={one.name} className="saved-view">
            <MenuItem current={same(one)} onChoose={() => setSearch(Object.fromEntries(keys.map((key) => [key, one.search[key]])))}>{one.name}</MenuItem>
            <Button look="quiet" size="small" icon={Trash2} label={`${t('remove')} ${one.name}`} onClick={() => keep(views.filter((other) => other !== one))} />
          </div>
        ))}
        {some && <MenuItem icon={BookmarkPlus} onChoose={() => setNaming(true)}>{t('keepView')}</MenuItem>}
      </Menu>
      {naming && (
        <NameView
          onClose={() => setNaming(false)}
          onName={(given) => {
            keep([...views.filter((one) => one.name !== given), { name: given, search: now }].slice(-MOST));
            setNaming(false);
            toast(t('saved'));
          }}
        />
      )}
    </>
  );
}

function NameView({ onName, onClose }: { onName: (name: string) => void; onClose: () => void }) {
  const t = useCommon();
  const [name, setName] = useState('');
  return (
    <Dialog title={t('keepView')} onClose={onClose}>
      <form className="stack" onSubmit={(event) => { event.preventDefault(); if (name.trim()) onName(name.trim()); }}>
        <TextField label={t('viewName')} hint={t('viewHint')} required maxLength={20} autoFocus value={name} onChange={(event) => setName(event.target.value)} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit">{t('save')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
