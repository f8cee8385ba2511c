import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ApiProblem } from '@/api';
import { TextField } from './fields';
import { useForm } from './form';
import { ProblemNote } from './problem';
import { speak } from './words';

function Sample({ send }: { send: () => Promise<void> }) {
  const form = useForm({ name: '' }, send);
  return (
    <form onSubmit={form.submit}>
      <TextField label="Name" {...form.field('name')} />
      <ProblemNote problem={form.problem} />
      <button type="submit">Send</button>
    </form>
  );
}

const refusal = (pointer: string) =>
  new ApiProblem({ status: 422, code: 'validation-failed', errors: [{ pointer, code: 'reason_required', detail: 'x' }] });

test('what the server says of a field stands at the field', async () => {
  speak('en');
  render(<Sample send={() => Promise.reject(refusal('/name'))} />);
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(screen.getByLabelText('Name')).toBeInvalid();
  expect(screen.getByLabelText('Name')).toHaveAccessibleDescription('Say why.');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('what belongs to no field stands in the form, and typing takes the field’s error away', async () => {
  render(<Sample send={() => Promise.reject(refusal('/elsewhere'))} />);
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(screen.getByRole('alert')).toHaveTextContent('Say why.');
  await userEvent.type(screen.getByLabelText('Name'), 'x');
  expect(screen.getByLabelText('Name')).toBeValid();
});
