import { Link, useLocation } from '@tanstack/react-router';
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

/** The entry that the reader is under: of those whose address begins the present one, the longest. */
export function entryAt(menu: readonly MenuEntry[], path: string): string | undefined {
  const over = menu.filter(({ to }) => path === to || (to !== '/' && to !== '/projects' && path.startsWith(`${to}/`)));
  return over.toSorted((a, b) => b.to.length - a.to.length)[0]?.to;
}

function Entry({ entry, at, className }: { entry: MenuEntry; at: string | undefined; className: string }) {
  const Icon = entry.icon;
  // The router's own mark would light every entry above the present page as well.
  return (
    <Link to={entry.to} className={className} activeOptions={{ exact: true, includeSearch: false }} activeProps={{}} aria-current={entry.to === at ? 'page' : undefined}>
      <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
      <span>{nameOf(entry)}</span>
    </Link>
  );
}

const useEntryAt = (menu: readonly MenuEntry[]) => entryAt(menu, useLocation({ select: (one) => one.pathname }));

export function MenuGroups({ menu }: { menu: readonly MenuEntry[] }) {
  const t = useApp();
  const at = useEntryAt(menu);
  return GROUPS.map((group) => {
    const entries = menu.filter((entry) => entry.group === group);
    if (entries.length === 0) return null;
    return (
      <div key={group} className="side-group">
        {group !== 'today' && <div className="side-title">{t(`group.${group}`)}</div>}
        {entries.map((entry) => <Entry key={entry.to} entry={entry} at={at} className="side-link" />)}
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
  const at = useEntryAt(menu);
  return (
    <nav className="bottom no-print" aria-label={t('navigation')}>
      {menu.filter((entry) => entry.bar).slice(0, 5).map((entry) => <Entry key={entry.to} entry={entry} at={at} className="bottom-link" />)}
    </nav>
  );
}
