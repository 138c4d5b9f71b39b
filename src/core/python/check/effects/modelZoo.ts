import { type ExternValue, type GivenArgument, unknown, type Value } from '../values/value';

/** Families of classifiers in `torchvision.models`, each with the ends of the names of its builders. */
const classifiers: ReadonlySet<string> = new Set(
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
  ].flatMap(([family, ends = '']) => ends.split(' ').map((end) => family + end)),
);

/**
 * What a module of a library has under a name: `models.__dict__[arch]`, `getattr(models, arch)`. A name that is not known
 * is `*`, for `torchvision.models` alone.
 */
export function memberOfLibrary({ path }: ExternValue, name: Value | undefined): Value {
  if (name?.type === 'constant' && typeof name.value === 'string')
    return { type: 'extern', path: `${path}.${name.value}` };
  return path === 'torchvision.models' && name?.type === 'unknown'
    ? { type: 'extern', path: `${path}.*` }
    : unknown;
}

/**
 * True for a call that makes a classifier of a library, whose output is raw scores: `torchvision.models.resnet18(…)`,
 * `torchvision.models.get_model('resnet18')`, whatever a program looks up in `torchvision.models`, and
 * `timm.create_model(…)`, unless it asks for features alone. Inception and GoogLeNet by their names are not among them,
 * because they return a tuple while they are trained.
 */
export function makesClassifier(path: string, args: readonly GivenArgument[]): boolean {
  if (/^timm\.(?:models\.)?(?:\w+\.)?create_model$/.test(path))
    return !args.some(({ name, stars }) => name === 'features_only' || stars === 2);
  if (path === 'torchvision.models.*') return true;
  const [, name] = /^torchvision\.models\.(?:\w+\.)*(\w+)$/.exec(path) ?? [];
  if (name !== 'get_model') return name !== undefined && classifiers.has(name);
  const wanted = (args.find((one) => one.name === 'name') ?? args.find((one) => one.name === null))?.value;
  return wanted?.type === 'constant' && typeof wanted.value === 'string' && classifiers.has(wanted.value);
}
