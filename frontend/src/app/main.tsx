import '@/ui/tokens.css';
import '@/ui/base.css';
import '@/ui/controls.css';
import '@/ui/parts.css';
import '@/ui/table.css';
import './shell.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { type ApiProblem, onStepUp, renew, session } from '@/api';
import { askPassword } from '@/ui/overlays';
import { Overlays } from '@/ui/overlays-host';
import { language } from '@/ui/words';
import { router } from './router';
import { theme, wear } from './theme';

wear(theme());
document.documentElement.lang = language();
onStepUp(askPassword);

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: false,
      // What the server refuses stays refused; what did not arrive, or came too early, is asked again.
      retry: (times, problem) => {
        const { status } = problem as unknown as ApiProblem;
        return times < 3 && (status === 0 || status === 429 || status === 503);
      },
      retryDelay: (times, problem) => ((problem as unknown as ApiProblem).retryAfter ?? 2 ** times * 0.5) * 1000,
    },
  },
});

// A page kept by the browser for its Back button shows nothing once its reader has left.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});
session.subscribe(() => {
  if (session.status() === 'out') queries.clear();
});

async function start() {
  if (session.mayRenew()) await renew();
  if (session.status() === 'unknown') session.end();
  const place = document.getElementById('root');
  if (!place) return;
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
        <Overlays />
      </QueryClientProvider>
    </StrictMode>,
  );
}

void start();
