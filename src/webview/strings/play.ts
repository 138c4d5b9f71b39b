import * as l10n from '../../core/l10n';

/** Texts of the sheet of numbers. */
export const playStrings = {
  sheet: {
    title: l10n.t('Numbers'),
    hint: l10n.t('Type to change a number. Enter and Tab go on, Escape gives up, Ctrl+Z takes back.'),
    corner: l10n.t('Sample'),
    klass: (index: string) => l10n.t('class {0}', index),
    target: l10n.t('target'),
    targetOf: (index: string) => l10n.t('target {0}', index),
    weights: l10n.t('weight'),
    editing: (place: string) => l10n.t('New value of {0}', place),
    place: (row: string, column: string) => l10n.t('{0}, {1}', row, column),
    sample: (name: string) => l10n.t('sample {0}', name),
    only: l10n.t('the sample'),
    badNumber: (got: string) =>
      l10n.t('Expected a number, such as -1.5, 1e-3, inf or nan; got “{0}”. The value stays.', got),
    badIndex: (got: string) =>
      l10n.t('Expected a whole number: a class index; got “{0}”. The value stays.', got),
    badBlock: l10n.t('The clipboard has no block of numbers: expected lines of equal length, or a list.'),
    tooLarge: (block: string, room: string) =>
      l10n.t(
        'A block of {0} does not fit here, where there is room for {1}. Nothing was changed.',
        block,
        room,
      ),
    size: (rows: string, columns: string) => l10n.t('{0} × {1}', rows, columns),
    tools: l10n.t('Samples, classes and weights'),
    addSample: l10n.t('Add sample'),
    removeSample: l10n.t('Remove sample'),
    addClass: l10n.t('Add class'),
    removeClass: l10n.t('Remove class'),
    addWeights: l10n.t('Add weights'),
    changed: (value: string) => l10n.t('In the text: {0}', value),
  },
};
