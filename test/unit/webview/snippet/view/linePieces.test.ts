import { expect, test } from 'vitest';
import { coloursOf } from '../../../../../src/core';
import { piecesOf } from '../../../../../src/webview/snippet/view/linePieces';

const text = "x = 1\n  loss = F.nll_loss(x, 'y')  # why\n";

function pieces(fault: string | null) {
  const from = text.indexOf('\n') + 1;
  const at = fault === null ? 0 : text.indexOf(fault);
  const range = fault === null ? null : { from: at, to: at + fault.length };
  return piecesOf(text, { from, to: text.length - 1 }, coloursOf(text), range).map((piece) =>
    [piece.text, piece.kind ?? '', ...(piece.isFault ? ['fault'] : [])].join('|'),
  );
}

test('a line is cut where its colours change', () => {
  expect(pieces(null)).toEqual([
    '  |',
    'loss = F.|',
    'nll_loss|function',
    '(x, |',
    "'y'|string",
    ')  |',
    '# why|comment',
  ]);
});

test('a fault cuts through the colours, and leaves out the indent', () => {
  expect(pieces('  loss = F.nll').slice(0, 4)).toEqual([
    '  |',
    'loss = F.||fault',
    'nll|function|fault',
    '_loss|function',
  ]);
});
