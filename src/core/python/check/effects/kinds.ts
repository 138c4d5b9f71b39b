/** Calls that change nothing that matters to a loss. */
export const keepingWords = new Set(
  (
    'contiguous clone detach detach_ cuda cpu pin_memory retain_grad numpy share_memory_ to_dense ' +
    'requires_grad_ Variable as_tensor unwrap type_as float double half bfloat16 to type dropout dropout_ ' +
    'alpha_dropout feature_alpha_dropout dropout1d dropout2d dropout3d checkpoint refine_names align_to ' +
    'from_numpy asarray'
  ).split(' '),
);

/** Casts to integers. */
export const integerCasts = new Set('long int short byte char'.split(' '));

/** Casts to floating point. */
export const floatCasts = new Set('float double half bfloat16'.split(' '));

/** Elementwise functions that make raw scores of raw scores, and of anything else something unknown. */
export const elementwiseWords = new Set(
  (
    'relu relu_ relu6 leaky_relu leaky_relu_ elu elu_ selu celu gelu silu mish tanh tanh_ hardtanh hardswish prelu rrelu ' +
    'glu softsign abs sqrt square sin cos neg sign round floor masked_fill masked_fill_ nan_to_num ' +
    'pad interpolate upsample max_pool1d max_pool2d max_pool3d avg_pool1d avg_pool2d avg_pool3d adaptive_avg_pool1d ' +
    'adaptive_avg_pool2d adaptive_avg_pool3d adaptive_max_pool1d adaptive_max_pool2d adaptive_max_pool3d pixel_shuffle'
  ).split(' '),
);

/** Functions whose output is raw scores whatever goes in. */
export const scoringWords = new Set(
  (
    'linear bilinear conv1d conv2d conv3d conv_transpose1d conv_transpose2d conv_transpose3d embedding ' +
    'batch_norm layer_norm group_norm instance_norm'
  ).split(' '),
);

/** Reductions that leave raw scores raw. */
export const reducingWords = new Set('mean sum amax amin median nanmean std var prod norm cumsum'.split(' '));

/** Modules whose output is raw scores whatever goes in. */
export const scoringModules = new Set(
  (
    'Linear LazyLinear Bilinear Conv1d Conv2d Conv3d LazyConv1d LazyConv2d LazyConv3d ConvTranspose1d ConvTranspose2d ' +
    'ConvTranspose3d Embedding EmbeddingBag BatchNorm1d BatchNorm2d BatchNorm3d LazyBatchNorm1d LazyBatchNorm2d SyncBatchNorm ' +
    'LayerNorm GroupNorm InstanceNorm1d InstanceNorm2d InstanceNorm3d TransformerEncoder TransformerDecoder Transformer ' +
    'TransformerEncoderLayer TransformerDecoderLayer GRUCell RNNCell GraphConv'
  ).split(' '),
);

/** Modules that make raw scores of raw scores. */
export const elementwiseModules = new Set(
  (
    'ReLU ReLU6 LeakyReLU ELU SELU CELU GELU SiLU Mish Tanh Hardtanh Hardswish PReLU RReLU GLU Softsign ' +
    'MaxPool1d MaxPool2d MaxPool3d AvgPool1d AvgPool2d AvgPool3d AdaptiveAvgPool1d AdaptiveAvgPool2d AdaptiveAvgPool3d ' +
    'AdaptiveMaxPool1d AdaptiveMaxPool2d AdaptiveMaxPool3d Upsample UpsamplingBilinear2d UpsamplingNearest2d PixelShuffle ' +
    'ZeroPad2d ReflectionPad2d ReplicationPad2d ConstantPad2d LocalResponseNorm Threshold'
  ).split(' '),
);

/** Modules that change nothing. */
export const keepingModules = new Set(
  'Dropout Dropout1d Dropout2d Dropout3d AlphaDropout Identity'.split(' '),
);

/** Recurrent layers, which return (output, state). */
export const recurrentModules = new Set('RNN LSTM GRU'.split(' '));
