import { isDecisionName, isMetricName, roleOfName, wordsOfName } from '../roleNames';

/** A column of a table with its header. */
export interface Column {
  /** null without a header. */
  readonly name: string | null;
  /** What its cells hold; a column of a table without header is never of texts. */
  readonly holds: 'whole numbers' | 'fractions' | 'texts';
}

/** What the columns of a table are for; those in neither are left out. */
export interface ColumnUse {
  /** Of the scores or probabilities of the classes. */
  readonly scores: readonly number[];
  readonly target: number | null;
}

/** Names of a column of targets by themselves. */
const targetNames: ReadonlySet<string> = new Set(['label', 'labels', 'target', 'targets', 'y', 'class']);

/** Words in the names of what counts or names the rows. */
const rowWords: ReadonlySet<string> = new Set([
  'id',
  'ids',
  'idx',
  'index',
  'uuid',
  'key',
  'step',
  'epoch',
  'iter',
  'iteration',
  'batch',
  'sample',
  'row',
  'fold',
  'line',
  'unnamed',
]);

/** Names of times. */
const times: ReadonlySet<string> = new Set([
  'wall time',
  'wall_time',
  'walltime',
  'time',
  'timestamp',
  'elapsed',
]);

/**
 * The columns by their names: the target, and beside it the scores, which is what neither names nor counts rows and
 * was neither decided nor measured.
 */
export function useOfColumns(columns: readonly Column[]): ColumnUse {
  const target = targetOf(columns);
  const scores = [...columns.keys()].filter(
    (i) => i !== target && columns[i].holds !== 'texts' && !isOfRows(columns[i]) && !isResult(columns[i]),
  );
  return { scores, target };
}

/** True for what is recorded of a training rather than of samples: losses and accuracies, by steps or epochs. */
export function isHistory(columns: readonly Column[], { scores, target }: ColumnUse): boolean {
  return target === null && scores.length === 0 && columns.some((column) => isMetricName(column.name));
}

/** The column whose name says that it holds the targets; null where none does, or several. */
function targetOf(columns: readonly Column[]): number | null {
  const all = [...columns.keys()];
  const firstNamed = columns.findIndex(({ name }) => name !== '');
  const named = all.filter((i) => {
    const name = columns[i].name?.toLowerCase() ?? '';
    const isCoordinate = name === 'y' && i !== firstNamed && i !== columns.length - 1;
    return targetNames.has(name) && !isCoordinate;
  });
  if (named.length === 1) return named[0];
  const found = all.filter((i) => {
    const { name, holds } = columns[i];
    const isOther = isOfRows(columns[i]) || isDecisionName(name) || name?.toLowerCase() === 'y';
    return roleOfName(name) === 'target' && !isOther && holds !== 'fractions';
  });
  return found.length === 1 ? found[0] : null;
}

function isOfRows(column: Column): boolean {
  const isTime = times.has(column.name?.toLowerCase() ?? '');
  return isTime || column.name === '' || (hasWord(column, rowWords) && column.holds !== 'fractions');
}

function isResult(column: Column): boolean {
  const isDecided = isDecisionName(column.name) && column.holds === 'whole numbers';
  return isDecided || isMetricName(column.name);
}

function hasWord({ name }: Column, words: ReadonlySet<string>): boolean {
  return name !== null && wordsOfName(name).some((word) => words.has(word));
}
