import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import type { Screen } from '@/ui/screens';
import { Broken, Missing, Waiting } from './fallbacks';
import { Shell } from './shell';

/** Each feature lists its own screens in `routes.ts`; nobody shares a list. */
const lists = import.meta.glob<{ default: Screen[] }>('../features/*/routes.ts', { eager: true });
export const screens: Screen[] = Object.values(lists).flatMap((list) => list.default);

const root = createRootRoute({ component: () => <Shell screens={screens} />, notFoundComponent: Missing });

const routes = screens.map((screen) =>
  createRoute({ getParentRoute: () => root, path: screen.path, component: lazyRouteComponent(screen.page) }),
);

export const router = createRouter({
  routeTree: root.addChildren(routes),
  defaultPreload: 'intent',
  defaultErrorComponent: Broken,
  defaultNotFoundComponent: Missing,
  defaultPendingComponent: Waiting,
  // Plain words in the address: no quotes around text that looks like a number.
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const given = Object.entries(search as Record<string, unknown>).filter(([, value]) => value !== undefined && value !== '');
    const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
    return text && `?${text}`;
  },
});
