import { argument } from '../../effects/shapes';
import type { CallSite } from '../../values/callSite';
import { type GivenArgument, unknown, type Value } from '../../values/value';
import type { Interpreter } from '../interpreter';
import { applyLoss } from './losses';

/** What a library that trains by itself is given: the names of its parameters, and where they stand. */
interface Trainer {
  readonly path: RegExp;
  readonly model: readonly [name: string, position: number];
  readonly loss: readonly [name: string, position: number];
}

/**
 * Each calls the loss on what the model returns: `get_loss` of skorch's NeuralNet, `Learner` of fastai,
 * `create_supervised_trainer` of ignite.
 */
const trainers: readonly Trainer[] = [
  { path: /^skorch\.([\w.]+\.)?NeuralNet\w*$/, model: ['module', 0], loss: ['criterion', 1] },
  { path: /^fastai\.([\w.]+\.)?Learner$/, model: ['model', 1], loss: ['loss_func', 2] },
  { path: /^ignite\.engine\.create_supervised_trainer$/, model: ['model', 0], loss: ['loss_fn', 2] },
];

/**
 * Follows what a trainer will do: its loss on the output of its model, found where the loss is given. Only for losses of
 * logits: skorch takes the logarithm itself before NLLLoss.
 */
export function followTrainer(
  run: Interpreter,
  path: string,
  args: readonly GivenArgument[],
  site: CallSite,
): void {
  const trainer = trainers.find((one) => one.path.test(path));
  if (!trainer) return;
  const model = argument(args, ...trainer.model);
  const loss = argument(args, ...trainer.loss);
  if (!model || !loss) return;
  const place = { path: loss.path, from: loss.from, to: loss.to };
  const lossSite = { ...place, word: place, written: run.report.textOf(place) };
  const made = instanceOf(run, loss.value, [], lossSite);
  if (made.type !== 'loss' || made.loss.input !== 'logits') return;
  const options = args.flatMap((one) =>
    one.name?.startsWith('module__') ? [{ ...one, name: one.name.slice('module__'.length) }] : [],
  );
  const network = instanceOf(run, model.value, options, site);
  const given = (value: Value): GivenArgument => ({ ...place, name: null, stars: 0, value });
  const output = run.call(network, [given(unknown)], site);
  applyLoss(run, made, [given(output), given(unknown)], lossSite);
}

/** A class is made by the trainer itself. */
function instanceOf(run: Interpreter, value: Value, args: readonly GivenArgument[], site: CallSite): Value {
  return value.type === 'class' || value.type === 'extern' ? run.call(value, args, site) : value;
}
