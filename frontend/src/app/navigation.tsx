import { Link } from '@tanstack/react-router';
import { language } from '@/ui';
import { GROUPS, type Screen } from '@/ui/screens';
import { useApp } from './app.words';

export type MenuEntry = NonNullable<Screen['menu']> & { to: string };

/** What a role finds in its menu; places within a project wait until one is known. */
export function menuOf(screens: readonly Screen[], role: string, projectId: string | undefined): MenuEntry[] {
  return screens
    .flatMap((screen) => (screen.menu?.roles.includes(role) ? [{ ...screen.menu, to: screen.path.replace('$projectId', projectId ?? '$projectId') }] : []))
    .filter((entry) => !entry.to.includes('$'))
    .sort((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) || a.order - b.order);
}

export const nameOf = (entry: MenuEntry) => (language() === 'en' ? entry.label.en : entry.label.zh);

function Entry({ entry, className }: { entry: MenuEntry; className: string }) {
  const Icon = entry.icon;
  return (
    <Link to={entry.to} className={className} activeOptions={{ exact: entry.to === '/' || entry.to === '/projects', includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
      <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
      <span>{nameOf(entry)}</span>
    </Link>
  );
}

export function MenuGroups({ menu }: { menu: readonly MenuEntry[] }) {
  const t = useApp();
  return GROUPS.map((group) => {
    const entries = menu.filter((entry) => entry.group === group);
    if (entries.length === 0) return null;
    return (
      <div key={group} className="side-group">
        {group !== 'today' && <div className="side-title">{t(`group.${group}`)}</div>}
        {entries.map((entry) => <Entry key={entry.to} entry={entry} className="side-link" />)}
      </div>
    );
  });
}

export function SideBar({ menu }: { menu: readonly MenuEntry[] }) {
  const t = useApp();
  return <nav className="side no-print" aria-label={t('navigation')}><MenuGroups menu={menu} /></nav>;
}

/** The phone's bar for trainees and leaders. */
export function BottomBar({ menu }: { menu: readonly MenuEntry[] }) {
  const t = useApp();
  return (
    <nav className="bottom no-print" aria-label={t('navigation')}>
      {menu.filter((entry) => entry.bar).slice(0, 5).map((entry) => <Entry key={entry.to} entry={entry} className="bottom-link" />)}
    </nav>
  );
}
