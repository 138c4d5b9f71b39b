import { join } from '../../values/choice';
import type { Activation } from '../../values/tensorValue';
import { type DictValue, tuple, unknown, type Value } from '../../values/value';
import { always } from '../../values/when';
import { activatedOtherwise } from '../activations';
import type { Family, Returned } from './family';

/** Of medical images: raw scores of each pixel. */
const ofMonai: Family = {
  makes: (path) =>
    /^monai\.networks\.nets\.(?:\w+\.)?(?:UNet|Unet|BasicUNet|BasicUnet|DynUNet|AttentionUnet|FlexibleUNet|SegResNet|UNETR|SwinUNETR|VNet|HighResNet)$/.test(
      path,
    ),
  areClassesLast: false,
  heads: [],
  returns: ({ scores }) => scores,
};

/** `torchvision.models.segmentation.fcn_resnet50(…)`: raw scores of each pixel under `out`. */
const ofTorchvision: Family = {
  makes: (path) => /^torchvision\.models\.segmentation\.(?:\w+\.)?(?:fcn|deeplabv3|lraspp)_\w+$/.test(path),
  areClassesLast: false,
  heads: ['classifier'],
  returns: ({ run, scores, raw }) =>
    run.heap.adopt<DictValue>({
      type: 'dict',
      cells: new Map<string, Value>([
        ['s:out', scores],
        ['s:aux', raw],
      ]),
    }),
};

/** The heads of those by themselves. */
const headsOfTorchvision: Family = {
  makes: (path) => /^torchvision\.models\.segmentation\.(?:\w+\.)?(?:DeepLab|FCN|LRASPP)Head$/.test(path),
  areClassesLast: false,
  heads: [],
  returns: ({ scores }) => scores,
};

/** `segmentation_models_pytorch.Unet(…, activation='softmax2d')` */
const withActivation: Family = {
  makes: (path) =>
    /^segmentation_models_pytorch\.(?:\w+\.)*(?:Unet|UnetPlusPlus|MAnet|Linknet|FPN|PSPNet|PAN|DeepLabV3|DeepLabV3Plus|UPerNet|Segformer|DPT|create_model)$/.test(
      path,
    ),
  areClassesLast: false,
  heads: ['segmentation_head'],
  returns: (returned) => {
    const { model, raw } = returned;
    const classes = model.args.find(({ name }) => name === 'aux_params')?.value;
    if (classes === undefined || isNone(classes)) return activatedBy(returned);
    return classes.type === 'dict' ? tuple([activatedBy(returned), raw]) : unknown;
  },
};

const activations: Readonly<Record<string, Activation['name']>> = {
  softmax: 'softmax',
  softmax2d: 'softmax',
  logsoftmax: 'log_softmax',
  sigmoid: 'sigmoid',
};

function activatedBy({ model, scores, raw }: Returned): Value {
  const { args, path, from, to, word, written } = model;
  // The last layer holds the activation.
  if (scores !== raw) return scores;
  if (args.some(({ stars }) => stars > 0)) return unknown;
  const activation = args.find(({ name }) => name === 'activation')?.value;
  if (activation === undefined || isNone(activation) || isWord(activation, 'identity')) return scores;
  if (activation.type !== 'constant' || !Object.hasOwn(activations, String(activation.value))) return unknown;
  const site = { path, from, to, word, written };
  return activatedOtherwise(activations[String(activation.value)], raw, site);
}

function isNone(value: Value): boolean {
  return value.type === 'constant' && value.value === null;
}

function isWord(value: Value, word: string): boolean {
  return value.type === 'constant' && value.value === word;
}

/** Inception and GoogLeNet, which return what an auxiliary classifier says too, unless they are made without one. */
const withAuxiliary: Family = {
  makes: (path) => /^torchvision\.models\.(?:\w+\.)?(?:inception_v3|googlenet)$/.test(path),
  areClassesLast: true,
  heads: ['fc'],
  returns: ({ model, scores, raw }) => {
    const auxiliary = model.args.find(({ name }) => name === 'aux_logits')?.value;
    if (auxiliary?.type === 'constant' && auxiliary.value === false) return scores;
    return join(tuple([scores, raw]), scores, always, always) ?? unknown;
  },
};

/** Models with an output of each pixel, and such with several outputs. */
export const denseModels: readonly Family[] = [
  ofMonai,
  ofTorchvision,
  headsOfTorchvision,
  withActivation,
  withAuxiliary,
];
