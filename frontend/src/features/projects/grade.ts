import type { GradeNode } from '@/api';

/** The parts of a grade from the total down, each with its depth. */
export function flatten(node: GradeNode, depth = 0): Array<{ node: GradeNode; depth: number }> {
  return [{ node, depth }, ...(node.children ?? []).flatMap((child) => flatten(child, depth + 1))];
}
