import * as l10n from '../../../../l10n';
import { codeInWords } from '../../../../shownText';
import type { Interpreter } from '../../follow/interpreter';
import type { CallSite } from '../../values/callSite';
import { type TensorValue, tensor } from '../../values/tensorValue';
import { addStep } from '../../values/trail';
import { type GivenArgument, type TorchValue, unknown, type Value } from '../../values/value';
import { classifiers } from './classifiers';
import { denseModels } from './denseModels';
import type { Family } from './family';
import { transformers } from './transformers';

/** A convolution over a graph, of the libraries for such. */
const graphLayers: Family = {
  makes: (path) => /^(torch_geometric\.nn|dgl\.nn)\.([\w.]+\.)?\w*Conv$/.test(path),
  areClassesLast: false,
  heads: [],
  returns: ({ scores }) => scores,
};

/** The first that makes a model counts. */
const families: readonly Family[] = [classifiers, ...denseModels, transformers, graphLayers];

function familyOf(path: string, args: readonly GivenArgument[]): Family | undefined {
  return families.find(({ makes }) => makes(path, args));
}

/** A model or a layer of a library, by the full name of what makes it, which becomes its name; null for anything else. */
export function makeOfLibrary(
  path: string,
  args: readonly GivenArgument[],
  site: CallSite,
): TorchValue | null {
  if (!familyOf(path, args)) return null;
  const { word, written, from, to } = site;
  return { type: 'torch', name: path, args, word, written, cells: new Map(), path: site.path, from, to };
}

export function isOfLibrary({ name }: TorchValue): boolean {
  return name.includes('.');
}

/** What a model of a library returns: its last layer is linear unless the program replaced something in it. */
export function applyOfLibrary(
  run: Interpreter,
  model: TorchValue,
  args: readonly GivenArgument[],
  site: CallSite,
): Value {
  const family = familyOf(model.name, model.args);
  if (!family) return unknown;
  const raw = scoresOf(model, family);
  const head = family.heads.map((name) => model.cells.get(name)).find((value) => value !== undefined);
  const replaced = head ?? model.cells.get('replaced');
  const scores = replaced
    ? run.call(replaced, [{ ...site, name: null, stars: 0, value: raw }], { ...site, ...args[0] })
    : raw;
  return family.returns({ run, model, scores, raw, args });
}

/** A layer over a graph may have an activation inside. */
function scoresOf({ written, path, from, to }: TorchValue, family: Family): TensorValue {
  const told = l10n.t('`{0}` returns raw scores', codeInWords(written));
  const trail = addStep(null, { path, from, to }, told);
  const isLastAxisClasses = family.areClassesLast;
  return tensor({ dtype: 'float', isLastAxisClasses, isUnbounded: family !== graphLayers, trail }, 'scores');
}
