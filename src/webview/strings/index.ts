import * as l10n from '../../core/l10n';
import type { TextPlace } from '../view/placeOf';

/** Every text of the page that is not a number, a name from PyTorch or a message from core. */
export const strings = {
  appName: 'Loss Lens',
  empty: {
    title: l10n.t('This is an example: move a number'),
    lead: l10n.t(
      'Drag a bar under “Sample”, or type into the table. Everything follows. To see your own tensors:',
    ),
    select: l10n.t('Select an input and a target in the editor, press F1 and run'),
    command: l10n.t('Loss Lens: Evaluate Selection'),
    hover: l10n.t('Or rest the mouse on an array in the code and choose “Show both losses”.'),
    paste: l10n.t('Or copy a printed tensor and run “Loss Lens: Evaluate Clipboard”.'),
  },
  reading: (label: string) => l10n.t('Reading {0}…', label),
  waiting: l10n.t('Waiting for the editor…'),
  computing: l10n.t('Computing…'),
  source: (label: string, line: number) => `${label}:${line}`,
  showInEditor: l10n.t('Show in editor'),
  pin: (id: number, place: string) => `${id} · ${place}`,
  pairLabel: l10n.t('Example'),
  pair: (index: number, count: number) => l10n.t('Example {0} of {1}', index, count),

  tensors: {
    title: l10n.t('Tensors'),
    role: (name: string) => l10n.t('Role of {0}', name),
    roles: {
      input: l10n.t('input'),
      target: l10n.t('target'),
      weight: l10n.t('weight'),
      other: l10n.t('not used'),
    },
    unnamed: l10n.t('unnamed'),
    looksLike: (kind: string) => l10n.t('looks like {0}', kind),
    mayBe: (kind: string) => l10n.t('may be {0}', kind),
    isKind: (kind: string) => kind,
    swap: l10n.t('Swap input and target'),
    swapShort: l10n.t('⇄ Swap'),
    assumed: l10n.t('assumed'),
    assumedWhy: l10n.t('The text has no target, so each row’s largest value stands in for it.'),
    readAs: (reading: string) => l10n.t('Read as: {0}.', reading),
    readOther: (reading: string) => l10n.t('Read instead: {0}', reading),
    written: l10n.t('The array as written'),
    sources: l10n.t('Tensors that it was made from'),
    targetField: l10n.t('Target indices'),
    targetHint: (count: number) =>
      count === 1 ? l10n.t('1 class index') : l10n.t('{0} class indices, comma separated', count),
  },

  classNaming: {
    title: l10n.t('Class names:'),
    header: l10n.t('the header of the table'),
    list: (name: string, place: TextPlace | null) =>
      place === null
        ? name
        : place.cell === null
          ? l10n.t('{0}, line {1}', name, place.line)
          : l10n.t('{0}, cell {1}, line {2}', name, place.cell, place.line),
    several: (count: number) => l10n.t('none, for {0} lists could be meant', count),
    none: l10n.t('none'),
    drop: l10n.t('Numbers only'),
    use: (source: string) => l10n.t('Use {0}', source),
  },

  findings: {
    title: l10n.t('Findings'),
    severity: {
      error: l10n.t('Error'),
      warning: l10n.t('Warning'),
      information: l10n.t('Info'),
      hint: l10n.t('Hint'),
    },
    none: l10n.t('No finding.'),
    callFits: (call: string, other: string | null) =>
      other === null
        ? l10n.t('Your call {0} fits.', call)
        : l10n.t('Your call {0} fits; these numbers would not fit {1}.', call, other),
    fit: (loss: string, other: string) =>
      l10n.t('These numbers fit {0}; they would not fit {1}.', loss, other),
    checked: (checks: string) => l10n.t('Checked: {0}. No finding is not a proof.', checks),
    checkedTitle: (count: number) =>
      count === 1 ? l10n.t('Checked 1 property') : l10n.t('Checked {0} properties', count),
    notProof: l10n.t('no finding is not a proof'),
    row: l10n.t('Row'),
    wholeTensor: l10n.t('all'),
    measured: l10n.t('Measured'),
    value: l10n.t('Value'),
    limit: l10n.t('Limit'),
    evidence: l10n.t('Evidence'),
    why: l10n.t('Why, and what it does'),
    fix: l10n.t('Fix'),
    apply: l10n.t('Apply:'),
    applyTitle: (title: string) => l10n.t('{0}. Changes the text; undo in the editor takes it back.', title),
    applied: (title: string) =>
      l10n.t('✓ Applied to the text: {0}. Undo in the editor takes it back.', title),
    tryIt: l10n.t('Try:'),
    mendings: {
      log: 'log(x)',
      log_softmax: 'log_softmax(x)',
      negate: '-x',
      'from-log2': 'x · ln 2',
      'from-log10': 'x · ln 10',
    },
    tryTitle: l10n.t('Does this to the numbers here, not to the text'),
    tried: l10n.t('✓ Applied to the numbers here, not to the text. Undo takes it back.'),
    docs: l10n.t('Learn more'),
  },
  problems: {
    title: l10n.t('Not read or not evaluated'),
    waysOut: (hasDocument: boolean) =>
      hasDocument
        ? l10n.t(
            'Correct the text, and this page follows. Or select the arrays alone, or their printed output.',
          )
        : l10n.t(
            'Copy the arrays alone, or their printed output, and run “Loss Lens: Evaluate Clipboard” again.',
          ),
    lastGood: (place: string) =>
      l10n.t('Nothing to evaluate there. Below is the last good state, from {0}.', place),
    droppedEdits: l10n.t('The text changed, so what was changed here no longer holds and was dropped.'),
    noInput: l10n.t('No input to evaluate. Choose a role above.'),
    failed: (message: string) => l10n.t('Something went wrong here: {0}', message),
  },

  notTheCalls: {
    title: l10n.t('What is not evaluated'),
    before: (place: TextPlace | null) =>
      place === null
        ? l10n.t('These are the numbers before something that is not evaluated, not those of the call.')
        : place.cell === null
          ? l10n.t('These are the numbers before line {0}, not those of the call.', place.line)
          : l10n.t(
              'These are the numbers before line {1} of cell {0}, not those of the call.',
              place.cell,
              place.line,
            ),
    why: (message: string) => l10n.t('That line may have changed them: {0}.', message),
    options: (names: string) =>
      l10n.t(
        'Not evaluated in the call: {0}. PyTorch’s default stands in; set what it really is below.',
        names,
      ),
    badge: (place: TextPlace | null) =>
      place === null
        ? l10n.t('before the call')
        : place.cell === null
          ? l10n.t('before line {0}', place.line)
          : l10n.t('before line {1} of cell {0}', place.cell, place.line),
    verdict: (expected: string) => l10n.t('expects {0}; what the call gets is not known', expected),
    badgeTitle: l10n.t('The code calls this loss, on numbers that are not known'),
  },

  /** Words of the line that opens to roles and options. */
  setup: l10n.t('Roles and options'),

  tabs: {
    title: l10n.t('Views'),
    numbers: l10n.t('Numbers'),
    readings: l10n.t('Which loss?'),
    sample: l10n.t('Sample'),
    batch: l10n.t('Batch'),
    steps: l10n.t('Step by step'),
    precision: l10n.t('Precision'),
  },

  copy: l10n.t('Copy'),
  copied: l10n.t('Copied'),
  copyAs: {
    title: l10n.t('Copy as…'),
    libraries: { pytorch: 'PyTorch', numpy: 'NumPy', jax: 'JAX', tensorflow: 'TensorFlow', json: 'JSON' },
    copied: (library: string) => l10n.t('Copied as {0}', library),
  },

  options: {
    title: l10n.t('Options'),
    origin: {
      default: l10n.t('default'),
      inferred: l10n.t('inferred'),
      text: l10n.t('as written'),
      user: l10n.t('set here'),
      unknown: l10n.t('not evaluated: default used'),
    },
    reset: l10n.t('Reset'),
    resetOf: (name: string) => l10n.t('Reset {0}', name),
    weightPlaceholder: l10n.t('none'),
    bad: {
      ignoreIndex: l10n.t('Expected a whole number, such as -100.'),
      labelSmoothing: l10n.t('Expected a number from 0 to 1.'),
      numbers: (got: string) =>
        l10n.t('Expected numbers separated by commas, such as 1, 2, 0.5; got {0}.', got),
      wholeNumbers: l10n.t('Expected whole numbers separated by commas, such as 0, 2, 1.'),
      count: (expected: number, got: number) =>
        expected === 1
          ? l10n.t('Expected 1 value, got {0}.', got)
          : l10n.t('Expected {0} values, got {1}.', expected, got),
    },
    kept: l10n.t('The last good value stays in use.'),
  },

  loss: {
    calledHere: l10n.t('called here'),
    calledHereTitle: l10n.t('The code calls this loss'),
    copyValue: (value: string, dtype: string) => l10n.t('{0} as {1}. Click to copy.', value, dtype),
    reducedFrom: {
      mean: (count: number) =>
        count === 1 ? l10n.t('mean of 1 sample') : l10n.t('mean of {0} samples', count),
      weightedMean: (count: number) =>
        count === 1 ? l10n.t('weighted mean of 1 sample') : l10n.t('weighted mean of {0} samples', count),
      sum: (count: number) => (count === 1 ? l10n.t('sum of 1 sample') : l10n.t('sum of {0} samples', count)),
      none: (count: number) => (count === 1 ? l10n.t('of 1 sample') : l10n.t('of {0} samples', count)),
    },
    since: (pin: string) => l10n.t('Since {0}', pin),
    numbersRegion: (loss: string) => l10n.t('{0} with the numbers of the sample', loss),
    sampleGradient: l10n.t('Gradient of this sample'),
    targetClass: l10n.t('target'),
    hiddenClasses: (count: number) =>
      count === 1 ? l10n.t('and 1 less probable class') : l10n.t('and {0} less probable classes', count),
    stops: l10n.t('PyTorch refuses this'),
    correction: l10n.t('The value above belongs to'),
    noValue: l10n.t('No value'),
    verdict: (expected: string, got: string) =>
      expected === got
        ? l10n.t('gets {0}, as it expects', got)
        : l10n.t('gets {0}, expects {1}', got, expected),
    otherVerdict: (expected: string, got: string) =>
      expected === got
        ? l10n.t('would get {0}, as it expects', got)
        : l10n.t('would get {0}, expects {1}', got, expected),
    marks: { right: '✓', harmless: '≈', doubtful: '?', wrong: '✗' },
    markNames: {
      right: l10n.t('as expected'),
      harmless: l10n.t('harmless'),
      doubtful: l10n.t('unclear'),
      wrong: l10n.t('not as expected'),
    },
    inputIs: (name: string) => `${name} =`,
    formula: l10n.t('Formula'),
    withNumbers: (sample: string) => l10n.t('With the numbers of sample {0}', sample),
    withNumbersOnly: l10n.t('With your numbers'),
    reduced: l10n.t('Over all samples'),
    perSample: l10n.t('Loss per sample'),
    perSampleHint: l10n.t('Arrow keys choose the sample.'),
    sample: l10n.t('Sample'),
    target: l10n.t('Target'),
    loss: l10n.t('Loss'),
    gradient: l10n.t('Gradient with respect to the input'),
    gradientOfSum: l10n.t('of the sum of the losses'),
    gradientCaption: (loss: string) => l10n.t('Gradient of {0} with respect to the input', loss),
    perSampleCaption: (loss: string) => l10n.t('{0} of each sample', loss),
    ignored: l10n.t('ignored'),
    sortBy: (column: string) => l10n.t('Sort by {0}', column),
    selectSample: (label: string) => l10n.t('Choose sample {0}', label),
    legend: l10n.t('Blue: negative, the value should rise. Orange: positive, it should fall.'),
    formulaRegion: (loss: string) => l10n.t('Formula of {0}', loss),
    size: (rows: string, columns: string) => `${rows} × ${columns}`,
  },

  explain: {
    allIgnored: l10n.t('nan: every target is ignored, so the mean is 0/0.'),
    zeroWeight: l10n.t('nan: the weights of the targets sum to 0, so the mean is 0/0.'),
    emptyBatch: l10n.t('nan: the batch is empty, so the mean is 0/0.'),
    nanInput: l10n.t('nan: the input holds nan.'),
    infiniteInput: l10n.t('nan: the input holds inf, and inf − inf is nan.'),
    maskedRow: l10n.t('nan: a row holds nothing but −inf, which is no distribution.'),
    zeroTimesInfinity: l10n.t('nan: 0 · inf, where a weight or target of 0 meets a log-probability of −inf.'),
    nan: l10n.t('nan: an operation on the way has no defined result.'),
    infinity: l10n.t('inf: a target’s log-probability is −inf (its probability is 0).'),
    negativeInfinity: l10n.t('-inf: a target’s value is inf, or a sum was divided by 0.'),
    overflow: (dtype: string) => l10n.t('inf: the value is larger than {0} can hold.', dtype),
    negativeOverflow: (dtype: string) =>
      l10n.t('-inf: the value is further below 0 than {0} can hold.', dtype),
  },

  announce: {
    notRead: (message: string) => l10n.t('Not read: {0}.', message),
    values: (ce: string, nll: string) => l10n.t('CrossEntropyLoss {0}. NLLLoss {1}.', ce, nll),
    findings: (count: number) =>
      count === 0
        ? l10n.t('No finding.')
        : count === 1
          ? l10n.t('1 finding.')
          : l10n.t('{0} findings.', count),
  },
} as const;
