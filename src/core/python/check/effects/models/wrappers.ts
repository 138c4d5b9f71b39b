import { type GivenArgument, tuple, unknown, type Value } from '../../values/value';
import { argument } from '../shapes';

/** What gives back the model that it is given first, or one that is called like it. */
const wrappers: readonly RegExp[] = [
  /^(torch|apex|torch_geometric|fairscale)\.([\w.]+\.)?(DataParallel|DistributedDataParallel|FullyShardedDataParallel|ShardedDataParallel|compile|convert_sync_batchnorm)$/,
  /^torch\.nn\.utils\.(parametrizations\.)?(remove_)?(spectral_norm|weight_norm|orthogonal)$/,
  /^torch\.nn\.utils\.(prune\.\w+|fusion\.\w+)$/,
  /^torch\.jit\.(script|trace)$/,
  /^torch\.(ao\.)?quantization\.([\w.]+\.)?(prepare\w*|convert\w*|fuse_modules\w*|quantize_dynamic)$/,
  /^torch\.optim\.swa_utils\.AveragedModel$/,
  /^skorch\.utils\.to_device$/,
  /^peft\.([\w.]+\.)?(get_peft_model|prepare_model_for_\w+)$/,
  /^opacus\.validators\.([\w.]+\.)?ModuleValidator\.fix$/,
  /^backpack\.extend$/,
  /^intel_extension_for_pytorch\.optimize$/,
  /^ray\.train\.torch\.prepare_model$/,
  /^ignite\.distributed\.auto_model$/,
];

/** What gives back a tuple of a model and an optimizer, or the model alone when it gets no optimizer. */
const pairs = /^(apex\.)?amp\.initialize$/;

/** What gives back a model in place of its argument `model`, and three other things. */
const engines = /^deepspeed\.initialize$/;

/** What a library makes of the model that it is given; null for anything that is not known to hand it back. */
export function wrappedModel(path: string, args: readonly GivenArgument[]): Value | null {
  if (wrappers.some((one) => one.test(path))) return args[0]?.value ?? unknown;
  if (pairs.test(path)) {
    const model = argument(args, 'models', 0)?.value ?? unknown;
    return argument(args, 'optimizers', 1) ? tuple([model, unknown]) : model;
  }
  if (!engines.test(path)) return null;
  return tuple([argument(args, 'model', 1)?.value ?? unknown, unknown, unknown, unknown]);
}
