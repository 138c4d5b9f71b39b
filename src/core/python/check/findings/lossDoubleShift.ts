import * as l10n from '../../../l10n';
import { codeInWords } from '../../../shownText';
import type { GivenArgument, TorchValue, Value } from '../values/value';
import { isCausal, isNamed } from './causalModels';
import type { ChainStep, CodeFix } from './codeFinding';
import { edit, fix } from './edits';
import type { TextOf, Verdict } from './rule';

interface Shifted {
  readonly verdict: Verdict;
  readonly chain: readonly ChainStep[];
  readonly fixes: readonly CodeFix[];
}

/** Those of which the loss takes labels as they are, by the model or by what it is loaded from. */
const others =
  /bart|pegasus|blenderbot|marian|trocr|speech2text|whisper|prophetnet|mvp|xlnet|xlm|cpm|musicgen|moshi/i;

/**
 * Tokens without the last as input, and labels without the first, to a model that shifts the labels itself; null for
 * anything else. `args`: those of the call of the model.
 */
export function judgeShift(
  model: TorchValue,
  args: readonly GivenArgument[],
  textOf: TextOf,
): Shifted | null {
  const labels = args.find(({ name }) => name === 'labels');
  const input = args.find(({ name }) => name === 'input_ids' || name === null);
  const [source] = model.args;
  if (!labels || !input || !isCausal(model.name)) return null;
  if (others.test(model.name) || (source && others.test(textOf(source)))) return null;
  const [ofLabels, ofInput] = [partOf(labels.value, '1:'), partOf(input.value, ':-1')];
  if (ofLabels === null || ofInput === null) return null;
  const isCertain = ofLabels === ofInput && isNamed(model.name);
  const told = l10n.t(
    '`{0}` shifts the labels itself: shifted before, each position learns the token after the next one. Give input and labels of the same positions.',
    codeInWords(model.written),
  );
  const { path, from, to } = model;
  return {
    verdict: { code: 'loss-double-shift', severity: isCertain ? 'warning' : 'information', message: told },
    chain: [{ path, from, to, message: l10n.t('the model is made') }],
    fixes: unshifted(labels, textOf),
  };
}

/** What a value is a part of along the last axis, in two dimensions: `ids[:, 1:]`, `ids[..., 1:]`; null for another part. */
function partOf(value: Value, bounds: string): string | null {
  const symbol = value.type === 'unknown' ? value.symbol : null;
  const end = [`[:, ${bounds}]`, `[..., ${bounds}]`].find((one) => symbol?.endsWith(one));
  return symbol && end ? symbol.slice(0, -end.length) : null;
}

/** The positions of the input for the labels, where the index is written in the call. */
function unshifted(labels: GivenArgument, textOf: TextOf): readonly CodeFix[] {
  const at = textOf(labels).search(/1:\s*\]/);
  if (at < 0) return [];
  const from = labels.from + at;
  const place = { path: labels.path, from, to: from + '1:'.length };
  return fix(l10n.t('Take the labels of the same positions as the input'), [edit(place, ':-1')]);
}
