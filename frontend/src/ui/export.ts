import { type ReactElement, type ReactNode, isValidElement } from 'react';
import type { Column } from './table';

/** What a cell shows, as text: the words of its elements without their dress. */
export function textOf(node: ReactNode): string {
  if (node === null || node === undefined || typeof node === 'boolean') return '';
  if (typeof node === 'string' || typeof node === 'number' || typeof node === 'bigint') return String(node);
  if (Array.isArray(node)) return node.map((one: ReactNode) => textOf(one)).filter(Boolean).join(' ');
  return isValidElement(node) ? textOf((node as ReactElement<{ children?: ReactNode }>).props.children) : '';
}

const NUMBER = /^[-+]?\d+(?:\.\d+)?%?$/;

/** A spreadsheet would run what begins like a formula: an apostrophe keeps it text. Numbers stay numbers. */
export function harmless(text: string): string {
  return /^[\s]*[=+\-@\t\r]/.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

function field(value: string): string {
  const text = harmless(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as CSV that Excel opens as it is: UTF-8 with its mark, lines ended by CR LF. */
export function csv(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  return `\uFEFF${[head, ...rows].map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
}

/** The shown columns of every given row, as the page shows them. */
export function asCsv<T>(columns: ReadonlyArray<Column<T>>, rows: readonly T[]): string {
  const told = columns.filter((column) => column.title);
  const cell = (column: Column<T>, row: T) => {
    const text = column.text ? column.text(row) : textOf(column.cell(row));
    return text === '—' ? '' : text;
  };
  return csv(told.map((column) => column.title), rows.map((row) => told.map((column) => cell(column, row))));
}
