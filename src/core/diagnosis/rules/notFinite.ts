import type { Rule } from '../rule';

/** The input, or the loss because of it, is inf or nan. */
export const notFinite: Rule = ({ input, options, crossEntropyLoss }) => {
  if (input.description.kind === 'not-finite') {
    return [
      {
        code: 'infinite-or-nan',
        severity: 'warning',
        message: 'A row holds nan, +inf or nothing but −inf, so its softmax is nan.',
        evidence: input.description.evidence,
        consequence: 'The loss and the gradient of the row are nan, and with them the whole mean.',
        fix: 'Look for an overflow or a division by zero before the loss; mask classes with −inf only beside finite ones.',
        fixCode: null,
        from: input.from,
        to: input.to,
      },
    ];
  }
  const values = crossEntropyLoss.perSample?.data ?? new Float64Array();
  const row = values.findIndex((x) => !Number.isFinite(x));
  if (row < 0) return [];
  const isSmoothed = options.labelSmoothing > 0;
  return [
    {
      code: 'infinite-or-nan',
      severity: 'warning',
      message: `CrossEntropyLoss of sample ${row} is ${Number.isNaN(values[row]) ? 'nan' : 'inf'}: a class with logit −inf has weight in its target.`,
      evidence: [
        { row, quantity: 'loss', value: Number.isNaN(values[row]) ? 'nan' : 'inf', limit: 'finite' },
      ],
      consequence: isSmoothed
        ? 'label_smoothing gives every class some weight, a masked one too.'
        : 'The target asks for a class to which the input gives probability 0.',
      fix: isSmoothed
        ? 'Do not smooth masked classes, or mask with a large negative number.'
        : 'Check the mask or the target.',
      fixCode: null,
      from: input.from,
      to: input.to,
    },
  ];
};
