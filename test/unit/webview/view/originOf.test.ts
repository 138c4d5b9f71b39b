import { describe, expect, test } from 'vitest';
import { evaluateParsed, parseText } from '../../../../src/core';
import type { PanelSource } from '../../../../src/messages/panel';
import { originOf } from '../../../../src/webview/view/originOf';

function originIn(text: string, isKept = true) {
  const parsed = parseText(text);
  const pieces = isKept ? [{ from: 0, text, ranges: [{ from: 0, to: text.length }] }] : [];
  const source: PanelSource = {
    uri: 'file:///a.py',
    label: 'a.py',
    line: 1,
    pieces,
    ranges: [],
    isBox: false,
    readings: {},
  };
  const [input] = evaluateParsed(parsed).tensors;
  return originOf({ source, parsed }, input);
}

describe('the origin of a tensor', () => {
  test('is the expression around the array, with the array as written', () => {
    expect(originIn('x = torch.log(torch.tensor([[0.7, 0.3]]))')).toEqual({
      expression: 'torch.log(tensor)',
      written: 'torch.tensor([[0.7, 0.3]])',
      sources: [],
    });
  });

  test('is told in one line', () => {
    const { expression } =
      originIn('x = F.log_softmax(\n    torch.tensor([[0.7, 0.3]]),\n    dim=1,\n)') ?? {};
    expect(expression).toBe('F.log_softmax(tensor, dim=1,)');
  });

  test('has a method behind the array too', () => {
    expect(originIn('x = torch.tensor([[0.7, 0.3]]).log()')?.expression).toBe('tensor.log()');
  });

  test('is the code that was evaluated, with the tensors that it names', () => {
    const text = 'a = [[0.7, 0.3]]\nx = torch.log(\n  a / a.sum())';
    const expression = { text: 'torch.log(\n  a / a.sum())', names: ['torch', 'a'] };
    const { literals, ...rest } = parseText(text);
    const [from, to] = [text.indexOf('torch'), text.length];
    const computed = { ...literals[0], from, to, name: 'x', form: 'expression' as const, expression };
    const parsed = { ...rest, literals: [...literals, computed] };
    const [tensor] = evaluateParsed(parsed).tensors.filter(({ name }) => name === 'x');
    const source = { uri: null, label: 'a.py', line: 1, pieces: [], ranges: [], isBox: false, readings: {} };
    expect(originOf({ source, parsed }, tensor)).toEqual({
      expression: 'torch.log(a / a.sum())',
      written: null,
      sources: [literals[0]],
    });
  });

  test('is nothing for an array by itself', () => {
    expect(originIn('x = torch.tensor([[0.7, 0.3]])')).toBeNull();
  });

  test('is nothing when the text was too long to keep', () => {
    expect(originIn('x = torch.log(torch.tensor([[0.7, 0.3]]))', false)).toBeNull();
  });
});
