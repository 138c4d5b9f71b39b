import * as l10n from '../../../l10n';
import { codeInWords } from '../../../shownText';
import { alternativesOf } from '../values/choice';
import type { Activation, TensorKind, TensorValue } from '../values/tensorValue';
import type { Value } from '../values/value';
import type { ChainStep, FileRange, LossSite } from './codeFinding';

/** A site, and the unknown quantity that is all of its input; null where more, or less, is known. */
interface Noted extends LossSite {
  readonly quantity: string | null;
}

/** The calls of losses that were followed, and what reaches them. */
export class LossSites {
  private readonly noted = new Map<string, Noted>();
  /** How the activation is written that an unknown quantity is given to. */
  private readonly activated = new Map<string, string>();

  /** `chain` says where a tensor comes from; a site at which more is known takes the place of one of which nothing was. */
  add(
    place: FileRange,
    loss: string,
    input: Value,
    chain: (told: TensorValue) => readonly ChainStep[],
  ): void {
    const { path, from, to } = place;
    const values = alternativesOf(input).map(({ value }) => value);
    const words = new Set(values.map((one) => kindWords(one.type === 'tensor' ? one.kind : 'unknown')));
    const told = values.find((one) => one.type === 'tensor' && kindWords(one.kind) !== unknownWords());
    const key = `${path}:${from}`;
    const known = this.noted.get(key);
    if (known && (known.input !== unknownWords() || told === undefined)) return;
    this.noted.set(key, {
      path,
      from,
      to,
      loss,
      input: [...words].reduce((some, next) => l10n.t('{0} or {1}', some, next)),
      chain: told?.type === 'tensor' ? chain(told) : [],
      quantity: input.type === 'unknown' ? input.symbol : null,
    });
  }

  /** An activation is applied to an unknown quantity, which says what the program takes that for. */
  activates(quantity: string, { written }: Pick<Activation, 'written'>): void {
    if (!this.activated.has(quantity)) this.activated.set(quantity, written);
  }

  get all(): readonly LossSite[] {
    return [...this.noted.values()].map(({ quantity, ...site }) => {
      const written = quantity === null ? undefined : this.activated.get(quantity);
      if (written === undefined) return site;
      return { ...site, input: l10n.t('what `{0}` is applied to as well', codeInWords(written)) };
    });
  }
}

function unknownWords(): string {
  return kindWords('unknown');
}

/** What a value is, for people. */
function kindWords(kind: TensorKind): string {
  switch (kind) {
    case 'scores':
      return l10n.t('raw scores (logits)');
    case 'probs':
      return l10n.t('probabilities');
    case 'sigmoid':
      return l10n.t('output of a sigmoid');
    case 'logProbs':
      return l10n.t('log-probabilities');
    case 'indices':
      return l10n.t('class indices');
    case 'oneHot':
    case 'looksOneHot':
      return l10n.t('one-hot rows');
    case 'positive':
      return l10n.t('positive numbers');
    case 'decisions':
      return l10n.t('decisions, true or false each');
    case 'mixedLogProbs':
      return l10n.t('log-probabilities times a matrix');
    case 'complement':
      return l10n.t('1 minus probabilities');
    case 'weighedLogs':
      return l10n.t('logarithms in a formula of probabilities');
    case 'unknown':
    case 'normaliser':
    case 'blank':
    case 'part':
    case 'loss':
      return l10n.t('not known');
  }
}
