import { Navigate, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { session } from '@/api';
import { roleOf, useMe, useProjectId } from '@/ui';
import type { Screen } from '@/ui/screens';
import { ownShelf } from '@/features/homework/kept';
import { useApp } from './app.words';
import { Broken, Waiting } from './fallbacks';
import { Header } from './header';
import { ChooseRole, isUndecided } from './role-switch';
import { BottomBar, SideBar, menuOf } from './navigation';

/** Who leads or learns; everybody else administers and gets the wide layout. */
const MEMBERS = ['trainee', 'workshop_leader', 'deputy_workshop_leader', 'subject_expert', 'class_tutor', 'group_leader'];

function useSignedIn() {
  return useSyncExternalStore(session.subscribe, session.status) === 'in';
}

/** What is around every page: the sign-in door, the header, the menus. */
export function Shell({ screens }: { screens: readonly Screen[] }) {
  const { pathname, href } = useLocation();
  const signedIn = useSignedIn();
  const open = screens.some((screen) => screen.open && screen.path === pathname);
  if (open) return <Outlet />;
  if (!signedIn) return <Navigate to="/sign-in" search={(pathname === '/' ? {} : { to: href }) as never} replace />;
  return <Inside screens={screens} pathname={pathname} />;
}

function Inside({ screens, pathname }: { screens: readonly Screen[]; pathname: string }) {
  const t = useApp();
  const me = useMe();
  const projectId = useProjectId();
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    window.scrollTo(0, 0);
    // A new page is read from its beginning; not on the very first, where nobody has gone anywhere.
    if (!first.current) main.current?.focus();
    first.current = false;
  }, [pathname]);
  const person = me.data?.person_id;
  useEffect(() => { if (person) void ownShelf(person); }, [person]);
  if (me.error) return <Broken error={me.error} />;
  if (!me.data) return <Waiting />;
  const active = roleOf(me.data);
  const menu = isUndecided(me.data) ? [] : menuOf(screens, active.role, projectId);
  const member = MEMBERS.includes(active.role);
  return (
    <div className="shell" data-member={member ? '' : undefined}>
      <a className="skip button" href="#main" onClick={(event) => { event.preventDefault(); main.current?.focus(); }}>{t('skip')}</a>
      <Header me={me.data} active={active} menu={menu} />
      <SideBar menu={menu} />
      <main id="main" ref={main} tabIndex={-1}>{isUndecided(me.data) ? <ChooseRole me={me.data} /> : <Outlet />}</main>
      {member && <BottomBar menu={menu} />}
    </div>
  );
}
