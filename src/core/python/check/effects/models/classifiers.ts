import { type ExternValue, type GivenArgument, unknown, type Value } from '../../values/value';
import { argument } from '../shapes';
import type { Family } from './family';

/** Families of classifiers in `torchvision.models`, each with the ends of the names of its builders. */
const ofTorchvision: ReadonlySet<string> = new Set(
  [
    ['alexnet'],
    ['convnext', '_tiny _small _base _large'],
    ['densenet', '121 161 169 201'],
    ['efficientnet', '_b0 _b1 _b2 _b3 _b4 _b5 _b6 _b7 _v2_s _v2_m _v2_l'],
    ['maxvit', '_t'],
    ['mnasnet', '0_5 0_75 1_0 1_3'],
    ['mobilenet', '_v2 _v3_large _v3_small'],
    ['regnet_x', '_400mf _800mf _1_6gf _3_2gf _8gf _16gf _32gf'],
    ['regnet_y', '_400mf _800mf _1_6gf _3_2gf _8gf _16gf _32gf _128gf'],
    ['resnet', '18 34 50 101 152'],
    ['resnext', '50_32x4d 101_32x8d 101_64x4d'],
    ['shufflenet_v2', '_x0_5 _x1_0 _x1_5 _x2_0'],
    ['squeezenet', '1_0 1_1'],
    ['swin', '_t _s _b _v2_t _v2_s _v2_b'],
    ['vgg', '11 11_bn 13 13_bn 16 16_bn 19 19_bn'],
    ['vit', '_b_16 _b_32 _l_16 _l_32 _h_14'],
    ['wide_resnet', '50_2 101_2'],
    // Of video.
    ['r3d', '_18'],
    ['mc3', '_18'],
    ['r2plus1d', '_18'],
    ['s3d'],
    ['swin3d', '_t _s _b'],
    ['mvit', '_v1_b _v2_s'],
    // The classes that they are made of.
    ['AlexNet'],
    ['ConvNeXt'],
    ['DenseNet'],
    ['EfficientNet'],
    ['MNASNet'],
    ['MobileNet', 'V2 V3'],
    ['ResNet'],
    ['ShuffleNetV2'],
    ['SqueezeNet'],
    ['SwinTransformer'],
    ['VGG'],
    ['VisionTransformer'],
  ].flatMap(([family, ends = '']) => ends.split(' ').map((end) => family + end)),
);

/** What else makes a classifier, by its full name. */
const others: readonly RegExp[] = [
  /^efficientnet_pytorch\.EfficientNet\.from_(?:pretrained|name)$/,
  /^pretrainedmodels\.(?:models\.)?(?:[a-z]\w*|\*)$/,
  /^pytorchcv\.model_provider\.get_model$/,
  /^cnn_finetune\.make_model$/,
  /^geffnet\.create_model$/,
  /^pytorch_pretrained_vit\.ViT$/,
  /^torch_geometric\.nn\.(?:models\.)?(?:MLP|GCN|GAT|GIN|GraphSAGE)$/,
];

/** Models that return raw scores of classes. */
export const classifiers: Family = {
  makes: makesClassifier,
  areClassesLast: true,
  heads: ['fc', 'classifier', 'head', 'heads', 'last_linear', '_fc'],
  returns: ({ scores }) => scores,
};

/** Libraries of which a program may look up any classifier by its name. */
const libraries: ReadonlySet<string> = new Set(['torchvision.models', 'pretrainedmodels']);

/**
 * What a module of a library has under a name: `models.__dict__[arch]`, `getattr(models, arch)`. A name that is not known
 * is `*`, for libraries of classifiers alone.
 */
export function memberOfLibrary({ path }: ExternValue, name: Value | undefined): Value {
  if (name?.type === 'constant' && typeof name.value === 'string')
    return { type: 'extern', path: `${path}.${name.value}` };
  return libraries.has(path) && name?.type === 'unknown' ? { type: 'extern', path: `${path}.*` } : unknown;
}

/**
 * True for a call that makes a classifier of a library, whose output is raw scores: `torchvision.models.resnet18(…)`,
 * `torchvision.models.get_model('resnet18')`, whatever a program looks up in `torchvision.models`, and
 * `timm.create_model(…)`, unless it asks for features alone. Inception and GoogLeNet return two tensors while they are trained.
 */
function makesClassifier(path: string, args: readonly GivenArgument[]): boolean {
  if (/^timm\.(?:models\.)?(?:\w+\.)?create_model$/.test(path))
    return !args.some(({ name, stars }) => name === 'features_only' || stars === 2);
  if (path === 'torchvision.models.*' || others.some((one) => one.test(path))) return true;
  if (path === 'torch.hub.load')
    return isFromHub(argument(args, 'repo_or_dir', 0), argument(args, 'model', 1));
  const [, name] = /^torchvision\.models\.(?:\w+\.)*(\w+)$/.exec(path) ?? [];
  if (name !== 'get_model') return name !== undefined && ofTorchvision.has(name);
  return isNameOfOne(argument(args, 'name', 0));
}

function isNameOfOne(name: GivenArgument | undefined): boolean {
  const wanted = wordOf(name);
  return wanted !== null && ofTorchvision.has(wanted);
}

/** `torch.hub.load('pytorch/vision:v0.10.0', 'resnet18')` */
function isFromHub(repository: GivenArgument | undefined, name: GivenArgument | undefined): boolean {
  return /^pytorch\/vision(:|$)/.test(wordOf(repository) ?? '') && isNameOfOne(name);
}

function wordOf(argument: GivenArgument | undefined): string | null {
  const value = argument?.value;
  return value?.type === 'constant' && typeof value.value === 'string' ? value.value : null;
}
