import * as l10n from '../l10n';
import type { Evidence } from './finding';

/** What a tensor's values look like, as a word that is stable in code; `kindLabels` has the words for people. */
export type Kind =
  | 'logits'
  | 'log-probabilities'
  | 'probabilities'
  | 'one-hot'
  | 'class-indices'
  | 'class-weights'
  | 'negated-log-probabilities'
  | 'log2-probabilities'
  | 'log10-probabilities'
  | 'unnormalised-negatives'
  | 'unnormalised-probabilities'
  | 'not-finite'
  | 'empty';

/** Getters, because the language is only known when they are read. */
export const kindLabels: Readonly<Record<Kind, string>> = {
  get logits() {
    return l10n.t('logits');
  },
  get 'log-probabilities'() {
    return l10n.t('log-probabilities');
  },
  get probabilities() {
    return l10n.t('probabilities');
  },
  get 'one-hot'() {
    return l10n.t('one-hot rows');
  },
  get 'class-indices'() {
    return l10n.t('class indices');
  },
  get 'class-weights'() {
    return l10n.t('class weights');
  },
  get 'negated-log-probabilities'() {
    return l10n.t('negated log-probabilities');
  },
  get 'log2-probabilities'() {
    return l10n.t('log-probabilities in base 2');
  },
  get 'log10-probabilities'() {
    return l10n.t('log-probabilities in base 10');
  },
  get 'unnormalised-negatives'() {
    return l10n.t('unnormalised negative numbers');
  },
  get 'unnormalised-probabilities'() {
    return l10n.t('unnormalised non-negative numbers');
  },
  get 'not-finite'() {
    return l10n.t('nan or inf');
  },
  get empty() {
    return l10n.t('no numbers');
  },
};

export type Confidence = 'certain' | 'high' | 'low';

/**
 * What the values of a tensor look like, judged over `dim` (the class dimension) in every row.
 *
 * A row is one position of all other dimensions, in row-major order; the typed arrays below have one element
 * per row. No finding is a proof: `checks` lists what was looked at.
 */
export interface Description {
  readonly kind: Kind;
  readonly confidence: Confidence;
  /** Axis over which the rows were judged; another axis than the class dimension when the rows pass there. */
  readonly dim: number;
  /** Every axis along which the values are (log-)probabilities, for the kinds where that is asked. */
  readonly passingDims: readonly number[];
  readonly numRows: number;
  /** Kind of each row, as an index into `rowKinds`. */
  readonly rowKind: Uint8Array;
  readonly rowKinds: readonly Kind[];
  /** Σ x of each row. */
  readonly rowSum: Float64Array;
  /** log Σ exp(x) of each row. */
  readonly rowLogSumExp: Float64Array;
  /** Allowed deviation of `rowLogSumExp` from 0 (the tolerance of the written digits and the dtype). */
  readonly tolerance: number;
  readonly evidence: readonly Evidence[];
  /** Short names of the checks that ran. */
  readonly checks: readonly string[];
}
