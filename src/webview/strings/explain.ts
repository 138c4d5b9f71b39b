import * as l10n from '../../core/l10n';

/** Texts of components/explain. */
export const explainStrings = {
  readings: {
    question: l10n.t('The numbers of the input are'),
    names: {
      logits: l10n.t('logits'),
      'log-probabilities': l10n.t('log-probabilities'),
      probabilities: l10n.t('probabilities'),
    },
    inferred: (kind: string) => l10n.t('Their values look like {0}.', kind),
    said: l10n.t('Set here.'),
    reset: l10n.t('Go by the values'),
    fault: {
      negative: (row: string, value: string) =>
        l10n.t('They cannot be: row {0} has {1}, and no probability is below 0.', row, value),
      above: (row: string, value: string) =>
        l10n.t('They cannot be: row {0} has {1}, and no probability is above 1.', row, value),
      aboveLog: (row: string, value: string) =>
        l10n.t('They cannot be: row {0} has {1}, and no log-probability is above 0.', row, value),
      sum: (row: string, value: string) =>
        l10n.t('They cannot be: the probabilities of row {0} sum to {1}, not to 1.', row, value),
      'not-finite': (row: string, value: string) => l10n.t('They cannot be: row {0} holds {1}.', row, value),
    },
    lead: l10n.t(
      'The same scores, handed to each loss in three forms. Gradients are beside that of the right use, which is 100 %:',
    ),
    caption: l10n.t('Both losses on three forms of the same scores'),
    corner: l10n.t('Loss'),
    yours: l10n.t('your numbers'),
    value: l10n.t('loss'),
    gradient: l10n.t('gradient'),
    gradientTitle: l10n.t('L2 norm of the gradient with respect to the logits'),
    share: (percent: string) => `${percent}\u00a0%`,
    verdicts: { right: l10n.t('right'), harmless: l10n.t('unneeded, harmless'), wrong: l10n.t('wrong') },
    marks: { right: '✓', harmless: '≈', wrong: '✗' },
    reasons: {
      crossEntropyLoss: {
        logits: l10n.t('What CrossEntropyLoss is made for: it applies log_softmax itself.'),
        'log-probabilities': l10n.t(
          'The same value: softmax of log-probabilities gives the probabilities back.',
        ),
        probabilities: (least: string) =>
          l10n.t('Softmax twice: even a perfect prediction gives {0}, and the gradient fades.', least),
      },
      nllLoss: {
        logits: l10n.t('No softmax at all: only the target’s logit is pushed, and without end.'),
        'log-probabilities': l10n.t('What NLLLoss is made for: it only picks the target’s value.'),
        probabilities: l10n.t(
          '−p instead of −log p: between −1 and 0, and the gradient fades where it is needed most.',
        ),
      },
    },
    softmaxTwice: l10n.t('Softmax twice: even a perfect prediction keeps a loss, and the gradient fades.'),
    refused: l10n.t('PyTorch refuses this'),
    weaker: (sample: string, times: string) =>
      l10n.t(
        'CrossEntropyLoss after softmax: at the target’s logit of sample {0} the gradient is {1} times weaker than it should be. It vanishes the surer the model is of another class.',
        sample,
        times,
      ),
    weakerOnly: (times: string) =>
      l10n.t(
        'CrossEntropyLoss after softmax: at the target’s logit the gradient is {0} times weaker than it should be. It vanishes the surer the model is of another class.',
        times,
      ),
    oneSample: (sample: string) =>
      l10n.t('The input is large, so these are the values of sample {0} alone.', sample),
    meanInstead: l10n.t("With reduction='none' there is no single value; these are means."),
    write: l10n.t('Write'),
    code: l10n.t('Code that is right for both losses'),
  },
  sample: {
    title: l10n.t('Sample'),
    previous: l10n.t('Previous sample'),
    next: l10n.t('Next sample'),
    axis: (dim: string, name: string) => l10n.t('dim {0} ({1})', dim, name),
    ofCount: (count: string) => l10n.t('of {0}', count),
    worst: l10n.t('Largest loss'),
  },
  steps: {
    title: l10n.t('Steps'),
    first: l10n.t('First step'),
    back: l10n.t('Step back'),
    forward: l10n.t('Step forward'),
    last: l10n.t('Last step'),
    position: (index: string, count: string) => l10n.t('Step {0} of {1}', index, count),
    names: {
      input: l10n.t('Input'),
      max: l10n.t('Largest value'),
      shift: l10n.t('Subtract it'),
      exp: l10n.t('Exponentiate'),
      sum: l10n.t('Sum'),
      logSum: l10n.t('Logarithm'),
      logSoftmax: l10n.t('Log-probabilities'),
      pick: l10n.t('Pick the target'),
      weight: l10n.t('Weight'),
      reduce: l10n.t('Reduce'),
    },
    why: {
      input: l10n.t('CrossEntropyLoss takes the numbers for logits, NLLLoss for log-probabilities.'),
      max: l10n.t('So that no exponential overflows; the result does not depend on it.'),
      shift: l10n.t('The largest value becomes 0, all others are negative.'),
      exp: l10n.t('Every value becomes positive, at most 1.'),
      sum: l10n.t('What the exponentials are divided by to become probabilities.'),
      logSum: l10n.t('Dividing by the sum is subtracting its logarithm.'),
      logSoftmax: l10n.t('This is log_softmax: what NLLLoss expects as its input.'),
      pick: l10n.t('The value at the target, with its sign turned. Here NLLLoss begins.'),
      weight: l10n.t('Times the weight of the target’s class.'),
      reduce: l10n.t('The losses of all samples become the result.'),
    },
    nothing: l10n.t('NLLLoss does nothing here: it takes its input for log-probabilities.'),
    same: l10n.t('Both losses do the same here, on values of their own.'),
    perClass: (loss: string, name: string) => l10n.t('{0}: {1}, by class', loss, name),
    formulaOf: (loss: string, name: string) => l10n.t('{0}: {1}, formula', loss, name),
    numbersOf: (loss: string, name: string) => l10n.t('{0}: {1}, with your numbers', loss, name),
    klass: l10n.t('Class'),
    end: l10n.t('In the end'),
    equal: l10n.t('Both losses come to the same, because the input holds log-probabilities.'),
    different: l10n.t(
      'The losses differ, because NLLLoss gets what CrossEntropyLoss still turns into log-probabilities.',
    ),
    smoothing: l10n.t('The losses differ, because NLLLoss has no label_smoothing.'),
    none: l10n.t('There are no steps without a value.'),
    formulas: l10n.t('Formulas'),
  },
  reduction: {
    title: l10n.t('Reduction'),
    count: (sum: string, divisor: string, result: string) =>
      divisor === '1'
        ? l10n.t('The losses sum to {0}, divided by the one sample that counts: {1}.', sum, result)
        : l10n.t('The losses sum to {0}, divided by {1} samples that count: {2}.', sum, divisor, result),
    weights: (sum: string, divisor: string, result: string) =>
      l10n.t(
        'The losses sum to {0}, divided by {1}, the summed weights of the targets: {2}.',
        sum,
        divisor,
        result,
      ),
    samples: (sum: string, divisor: string, result: string) =>
      l10n.t(
        'The losses sum to {0}, divided by all {1} samples, whatever the weights: {2}.',
        sum,
        divisor,
        result,
      ),
    nothing: l10n.t('Nothing counts here: the sum 0 is divided by 0, which is nan.'),
    sum: (result: string) => l10n.t('The losses sum to {0}; nothing is divided.', result),
    none: l10n.t('Each sample keeps its own loss.'),
    ignored: (ignored: string, count: string, index: string) =>
      l10n.t(
        '{0} of {1} samples are ignored (target {2}): they add nothing to the sum nor to the divisor.',
        ignored,
        count,
        index,
      ),
    notCount: (count: string) => l10n.t('Not by the {0} samples.', count),
  },
  precision: {
    lead: l10n.t('The loss of this sample in each floating point type, by three routes:'),
    caption: l10n.t('Loss of the sample by floating point type and route'),
    dtype: l10n.t('dtype'),
    routes: {
      byHand: 'log(exp(x) / Σ exp(x))',
      logOfSoftmax: 'log(softmax(x))',
      logSoftmax: 'log_softmax(x)',
    },
    operations: {
      to: 'x.to(dtype)',
      exp: 'x.exp()',
      sum: '.sum()',
      divide: 'exp / sum',
      softmax: 'softmax',
      log: '.log()',
      logSoftmax: 'log_softmax',
    },
    losses: {
      overflow: l10n.t('overflow'),
      underflow: l10n.t('underflow'),
      nan: l10n.t('nan'),
    },
    exact: l10n.t('exact'),
    error: (share: string) => l10n.t('off by {0}', share),
    stepsOf: (dtype: string, route: string) => l10n.t('{0}, {1}: step by step', dtype, route),
    choose: (dtype: string, route: string) => l10n.t('Show the steps of {0} in {1}', route, dtype),
    step: l10n.t('Step'),
    allGood: l10n.t(
      'Here all routes agree to the digits of their type. Move a logit far from the others to see them part.',
    ),
    breaks: (dtype: string, route: string, loss: string) =>
      l10n.t('In {0}, {1} is lost to {2}; log_softmax keeps the value.', dtype, route, loss),
    needsTarget: l10n.t('This sample has no single target, so there is no loss to follow.'),
  },
  kl: {
    show: l10n.t('Compare with KLDivLoss'),
    hide: l10n.t('Hide KLDivLoss'),
    title: 'KLDivLoss',
    note: l10n.t('KL(p‖q), mean over the samples'),
    what: l10n.t('p is the target’s distribution, q = softmax(input).'),
    entropy: l10n.t('H(p): what no model can get below'),
    divergence: l10n.t('KL(p‖q): how far q is from p'),
    crossEntropy: l10n.t('cross entropy'),
    weight: l10n.t('Class weights are left out here: they are no part of the identity.'),
    oneHot: l10n.t('The targets are certain, so H(p) = 0 and the cross entropy is the divergence.'),
    call: 'F.kl_div(F.log_softmax(input, dim), p, reduction="batchmean")',
    nan: l10n.t('kl_div gives nan where log q is −inf, even where p is 0.'),
    none: l10n.t('The target means no distribution here.'),
  },
};
