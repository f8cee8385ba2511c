import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useList, useUrlState } from './data';
import { DataTable } from './table';
import { speak } from './words';

interface Row { id: string; name: string }
const asked: Array<Record<string, string | undefined>> = [];

function Sample() {
  const [search] = useUrlState();
  const list = useList<Row>(['sample', search], async (cursor) => {
    asked.push({ ...search, cursor });
    return cursor ? { items: [{ id: '3', name: 'Three' }], next_cursor: null } : { items: [{ id: '1', name: 'One' }, { id: '2', name: 'Two' }], next_cursor: 'c', total: 3 };
  });
  return (
    <DataTable
      name="sample" label="Sample" list={list} rowKey={(row) => row.id}
      columns={[{ key: 'name', title: 'Name', sort: 'name', cell: (row) => row.name }, { key: 'id', title: 'Number', cell: (row) => row.id }]}
      filters={[{ key: 'kind', label: 'Kind', choices: [{ value: 'a', label: 'A' }] }]}
      onRow={() => undefined} bulk={(rows) => <span>{rows.length} picked</span>}
    />
  );
}

async function show() {
  speak('en');
  const root = createRootRoute({ component: Sample });
  const router = createRouter({ routeTree: root, history: createMemoryHistory() });
  render(<QueryClientProvider client={new QueryClient()}><RouterProvider router={router as never} /></QueryClientProvider>);
  await screen.findByText('Two');
  return router;
}

test('filters and sorting go into the address and to the server', async () => {
  const router = await show();
  await userEvent.selectOptions(screen.getByLabelText('Kind'), 'a');
  await userEvent.click(screen.getByRole('button', { name: /Name/ }));
  await userEvent.click(screen.getByRole('button', { name: /Name/ }));
  expect(router.state.location.search).toEqual({ kind: 'a', sort: '-name' });
  expect(asked.at(-1)).toMatchObject({ kind: 'a', sort: '-name' });
  expect(screen.getByRole('columnheader', { name: /Name/ })).toHaveAttribute('aria-sort', 'descending');
});

test('more rows are loaded by the cursor, and chosen rows are offered what can be done with them', async () => {
  await show();
  expect(screen.getByText('3 in all')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Load more' }));
  await screen.findByText('Three');
  expect(screen.queryByRole('button', { name: 'Load more' })).toBeNull();
  await userEvent.click(screen.getByLabelText('Select all'));
  expect(screen.getByText('3 picked')).toBeVisible();
});

test('the arrow keys go from row to row, and columns can be put away', async () => {
  await show();
  screen.getByRole('button', { name: 'One' }).focus();
  await userEvent.keyboard('{ArrowDown}');
  expect(screen.getByRole('button', { name: 'Two' })).toHaveFocus();
  await userEvent.click(within(screen.getByText('Number', { selector: 'label span' }).closest('label') as HTMLElement).getByRole('checkbox'));
  expect(screen.queryByRole('columnheader', { name: 'Number' })).toBeNull();
});
