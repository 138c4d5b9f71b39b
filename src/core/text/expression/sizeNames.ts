/** Functions of Python, TensorFlow, Matplotlib and torchvision and optimizers, of which PyTorch's rows do not tell. */
const sizeTakers: ReadonlySet<string> = new Set([
  'range',
  'slice',
  'isinstance',
  'Size',
  'TensorShape',
  'broadcast_to',
  'resize',
  'Resize',
  'Normalize',
  'Adam',
  'AdamW',
  'MultiStepLR',
  'subplots',
  'figure',
  'xlim',
  'ylim',
]);

/** Layers of other libraries and of one's own: `Conv2D`, `LinearBlock`. */
const layers = /^(?:Adaptive)?(?:Conv|MaxPool|AvgPool|Linear|Embedding)/;

/** True for a function whose lists and tuples are sizes or settings, by its name without its module. */
export function isSizeTaker(name: string): boolean {
  return sizeTakers.has(name) || layers.test(name);
}

const sizeNames: ReadonlySet<string> = new Set([
  'shape',
  'size',
  'sizes',
  'dim',
  'dims',
  'axis',
  'axes',
  'kernel_size',
  'stride',
  'strides',
  'pad',
  'padding',
  'dilation',
  'output_size',
  'input_shape',
  'output_shape',
  'target_shape',
  'input_size',
  'normalized_shape',
  'figsize',
  'betas',
  'milestones',
  'device_ids',
  'gpus',
  'xlim',
  'ylim',
  'perm',
  'repeats',
  'hidden_sizes',
  'hidden_dims',
  'batch_shape',
  'version',
]);

/** True for a name whose lists and tuples are no data: `shape=(2, 3)`. */
export function isSizeName(name: string): boolean {
  return sizeNames.has(name.toLowerCase());
}
