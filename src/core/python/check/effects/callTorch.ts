import * as l10n from '../../../l10n';
import { checkedLossOfFunction } from '../../torch/checkedLosses';
import { applyLossFunction } from '../follow/calls/losses';
import { inPlace } from '../follow/calls/methods';
import type { Interpreter } from '../follow/interpreter';
import type { CallSite } from '../values/callSite';
import { forEach } from '../values/choice';
import { tensor } from '../values/tensorValue';
import { addStep } from '../values/trail';
import { type GivenArgument, tuple, unknown, type Value } from '../values/value';
import { makeLoss } from './lossModules';
import { makeModule } from './makeModule';
import { makeOfLibrary } from './models/libraryModels';
import { wrappedModel } from './models/wrappers';
import { applyFunction } from './operations';
import { moved } from './shapes';

/** A call of something outside of the program by its full name; null when nothing is known of it. */
export function callTorch(
  run: Interpreter,
  path: string,
  args: readonly GivenArgument[],
  site: CallSite,
): Value | null {
  const name = path.split('.').at(-1) ?? '';
  const ofLibrary = makeOfLibrary(path, args, site);
  if (ofLibrary) return run.heap.adopt(ofLibrary);
  const wrapped = wrappedModel(path, args);
  if (wrapped) return wrapped;
  if (path === 'torch.nn.utils.rnn.pack_padded_sequence') return packed(run, args[0]?.value ?? unknown);
  const loss = checkedLossOfFunction(path);
  if (loss) return applyLossFunction(run, loss, args, site);
  if (!/^torch(\.|$)/.test(path) || /^torch\.(optim|utils|distributions|jit|onnx)\./.test(path)) return null;
  return callOfTorch(run, path, name, args, site);
}

/** A `PackedSequence`: the rows of all sequences as `data`, and one tensor or, by now, three that say where they belong. */
function packed(run: Interpreter, sequences: Value): Value {
  const rows = forEach(sequences, run.path, (one) => (one.type === 'tensor' ? moved(one, null) : unknown));
  return tuple([rows, unknown], unknown);
}

function callOfTorch(
  run: Interpreter,
  path: string,
  name: string,
  args: readonly GivenArgument[],
  site: CallSite,
): Value | null {
  if (name === 'Parameter') return parameter(site);
  const loss = makeLoss(path, args, site, site.word, site.written);
  if (loss) {
    run.report.checkConstructor(loss);
    return loss;
  }
  const [first, ...rest] = args;
  if (first && /[^_]_$/.test(name)) return writesInto(run, first, name, rest, site);
  const isInNn = path.startsWith('torch.nn.');
  const module = isInNn ? makeModule(path, args, site, site.word, site.written, run) : null;
  if (module) return run.heap.adopt(module);
  return applyFunction(run, path, args, site) ?? (args.length > 0 ? unknown : null);
}

/** `nn.init.constant_(x, 0)`, `F.relu_(x)`: what the method of that name does. */
function writesInto(
  run: Interpreter,
  first: GivenArgument,
  name: string,
  rest: readonly GivenArgument[],
  site: CallSite,
): Value {
  return forEach(first.value, run.path, (single) =>
    single.type === 'tensor' ? inPlace(run, single, name, rest, site, first) : unknown,
  );
}

/** A parameter takes part in arithmetic like raw scores. */
function parameter(site: CallSite): Value {
  return tensor({ dtype: 'float', trail: addStep(null, site, l10n.t('a parameter of the model')) }, 'scores');
}
