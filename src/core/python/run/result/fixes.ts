import * as l10n from '../../../l10n';
import { isFloatingPoint } from '../../../tensor/dtype';
import { tensorTypes } from '../../../tensor/dtypeNames';
import { checkPython } from '../../check/program/pythonChecker';
import type { Call, Expression, Statement } from '../../syntax/ast';
import { lastWord } from '../../syntax/lastWord';
import { LossError } from '../../torch/kernels/losses';
import type { PythonError } from '../../values/pythonError';
import { lossOfText } from '../losses/calledLoss';
import { hasFloats, leafConstructors } from './leafConstructors';
import { definition, scoresFix } from './scoresFix';
import type { SnippetEdit, SnippetFix } from './snippetResult';

/** What a fix is made from. */
export interface FixContext {
  readonly text: string;
  /** The statements at the top. */
  readonly body: readonly Statement[];
  /** The calls that the error came through, innermost first. */
  readonly calls: readonly Call[];
}

type Fixer = (error: PythonError, call: Call, text: string, body: readonly Statement[]) => SnippetFix | null;

const fixers: readonly Fixer[] = [
  typedConstructor,
  scoresFix,
  lossArguments,
  lossConstructor,
  wholeNumbersWithGrad,
  missingGrad,
  replaceMethod('view size is not compatible', 'view', 'reshape', () => l10n.t('Use {0}', '.reshape')),
  replaceMethod("Can't call numpy() on Tensor that requires grad", 'numpy', 'detach().numpy', () =>
    l10n.t('Add .detach()'),
  ),
  replaceMethod('grad can be implicitly created only for scalar', 'backward', 'sum().backward', () =>
    l10n.t('Sum it before backward()'),
  ),
  floatInput,
];

/** The correction of the code where it stops, or null when none is evident. */
export function fixFor(error: PythonError, { text, body, calls }: FixContext): SnippetFix | null {
  const [call] = calls;
  if (!call) return null;
  for (const fixer of fixers) {
    const fix = fixer(error, call, text, body);
    if (fix) return fix;
  }
  return null;
}

/** The text with the edits made; they must not overlap. */
export function applyEdits(text: string, edits: readonly SnippetEdit[]): string {
  return [...edits]
    .sort((a, b) => b.from - a.from)
    .reduce((changed, edit) => changed.slice(0, edit.from) + edit.text + changed.slice(edit.to), text);
}

function insert(at: number, text: string): SnippetEdit {
  return { from: at, to: at, text };
}

/** Appends a method to an expression, in parentheses where it needs them. */
function append({ from, to, type }: Expression, method: string): readonly SnippetEdit[] {
  const isAtom = ['name', 'call', 'attribute', 'subscript', 'list'].includes(type);
  return isAtom ? [insert(to, method)] : [insert(from, '('), insert(to, `)${method}`)];
}

/** `torch`, or what it is called, as the code has it in front of a constructor. */
function torchOf({ callee }: Call, text: string): string {
  return callee.type === 'attribute' ? text.slice(callee.object.from, callee.object.to) : 'torch';
}

/** `torch.FloatTensor(…, requires_grad=True)`: the constructors of old take no keywords. */
function typedConstructor(error: PythonError, call: Call, text: string): SnippetFix | null {
  const name = lastWord(call.callee);
  const dtype = name === 'Tensor' ? 'float32' : tensorTypes.get(name);
  const [data] = call.args;
  if (!error.message.startsWith('new() received') || !dtype || !isFloatingPoint(dtype) || !data) return null;
  const torch = torchOf(call, text);
  const isInferred = dtype === 'float32' && hasFloats(data.value);
  const hasDType = isInferred || call.args.some((argument) => argument.name === 'dtype');
  return {
    title: l10n.t('Use {0}', `${torch}.tensor`),
    edits: [
      { from: call.callee.from, to: call.callee.to, text: `${torch}.tensor` },
      ...(hasDType ? [] : [insert(data.to, `, dtype=${torch}.${dtype}`)]),
    ],
  };
}

/** What PyTorch refuses of a loss, where it is evident what was meant: `target.long()`. */
function lossArguments(error: PythonError, call: Call, text: string): SnippetFix | null {
  if (!(error instanceof LossError) || error.correction === null) return null;
  const edits: SnippetEdit[] = [];
  const written: string[] = [];
  for (const step of error.correction.split(/, (?=input\.|target\.|weight\.)/)) {
    const [, subject, method] = /^(input|target|weight)(\..*)$/.exec(step) ?? [];
    const argument = argumentOf(call, subject);
    if (!argument || !method) return null;
    edits.push(...append(argument, method));
    written.push(`${text.slice(argument.from, argument.to)}${method}`);
  }
  const isShort = written.every((one) => one.length < 40 && !one.includes('\n'));
  return { title: l10n.t('Use {0}', isShort ? written.join(', ') : error.correction), edits };
}

function argumentOf(call: Call, name: string): Expression | null {
  const named = call.args.find((argument) => argument.name === name);
  const at = ['input', 'target'].indexOf(name);
  return named?.value ?? call.args.filter((argument) => argument.name === null)[at]?.value ?? null;
}

/** `nn.CrossEntropyLoss(logits, target)`, or under a name: the class is called in place of its instance. */
function lossConstructor(
  error: PythonError,
  { callee }: Call,
  _text: string,
  body: readonly Statement[],
): SnippetFix | null {
  const made = definition(callee, body);
  if (!lossOfText(made)?.isClass || !error.message.startsWith('Boolean value of Tensor')) return null;
  return { title: l10n.t('Make the loss first, then call it'), edits: [insert(made.to, '()')] };
}

/** Whole numbers cannot require grad. */
function wholeNumbersWithGrad(error: PythonError, call: Call, text: string): SnippetFix | null {
  if (!/^only tensors of floating point/i.test(error.message)) return null;
  if (call.callee.type === 'attribute' && lastWord(call.callee) === 'requires_grad_') {
    return { title: l10n.t('Add .float()'), edits: append(call.callee.object, '.float()') };
  }
  if (lastWord(call.callee) !== 'tensor') return null;
  const dtype = `${torchOf(call, text)}.float32`;
  const written = call.args.find((argument) => argument.name === 'dtype');
  const [data] = call.args;
  const edit = written
    ? { from: written.value.from, to: written.value.to, text: dtype }
    : insert(data.to, `, dtype=${dtype}`);
  return { title: l10n.t('Use {0}', `dtype=${dtype}`), edits: [edit] };
}

/** `backward()` without anything that requires grad: the check of code knows where the values come from. */
function missingGrad(
  error: PythonError,
  call: Call,
  text: string,
  body: readonly Statement[],
): SnippetFix | null {
  if (!error.message.startsWith('element 0 of tensors does not require grad')) return null;
  const path = 'snippet.py';
  const { findings } = checkPython([{ path, text }]);
  const found = findings.find(
    ({ code, from, to }) => code === 'no-grad-to-backward' && from < call.to && to > call.from,
  );
  const fix = found?.fixes[0];
  if (!fix) return gradForOnlyLeaf(call, body);
  return {
    title: fix.title,
    edits: fix.edits.map(({ from, to, insert: written }) => ({ from, to, text: written })),
  };
}

/** Without a loss on the way: evident only when one tensor stands at the start. */
function gradForOnlyLeaf({ callee }: Call, body: readonly Statement[]): SnippetFix | null {
  if (callee.type !== 'attribute') return null;
  const leaves = leafConstructors(callee.object, body);
  const [leaf] = leaves;
  if (leaves.length !== 1 || leaf.args.some(({ name }) => name === 'requires_grad')) return null;
  return { title: l10n.t('Add requires_grad=True'), edits: [insert(leaf.to - 1, ', requires_grad=True')] };
}

function replaceMethod(message: string, name: string, by: string, titleOf: () => string): Fixer {
  return (error, { callee }) => {
    if (!error.message.startsWith(message) || callee.type !== 'attribute' || callee.name !== name)
      return null;
    return {
      title: titleOf(),
      edits: [{ from: callee.nameFrom, to: callee.nameFrom + name.length, text: by }],
    };
  };
}

/** softmax and the like need floats. */
function floatInput(error: PythonError, call: Call): SnippetFix | null {
  const [, operation] =
    /^"(\w+)" not implemented for '(?:Long|Int|Short|Char|Byte|Bool)'$/.exec(error.message) ?? [];
  if (!operation?.includes('softmax')) return null;
  const first = call.args[0]?.value;
  const isMethod =
    call.callee.type === 'attribute' &&
    /^(log_)?softmax$/.test(call.callee.name) &&
    call.args[0]?.value.type === 'constant';
  const input = isMethod && call.callee.type === 'attribute' ? call.callee.object : first;
  return input ? { title: l10n.t('Add .float()'), edits: append(input, '.float()') } : null;
}
