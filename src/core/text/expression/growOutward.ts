import * as l10n from '../../l10n';
import { skipBlanks, skipBlanksBack } from '../characters/blanks';
import { isDigitCode, isWordCode, startOfPath } from '../characters/characters';
import { formOf } from '../forms/allForms';
import { construct, rewrap } from './construct';
import { addOperation, type Expression } from './expression';
import { defaultDimOf, isParameter, isWrapper, operationOf, operationOfModule } from './knownCalls';
import { applyMethod } from './methods';
import { type Arguments, readArguments } from './readArguments';
import { readDim } from './readDim';

/** How far back the parenthesis of `nn.Softmax(dim=1)` is looked for. */
const maxModuleLength = 200;

/** Names under which constructors take their values: `torch.tensor(data=[…])`. */
const valueKeywords: ReadonlySet<string> = new Set(['data', 'object', 'value', 'input', 'x', 'a', 'logits']);

/**
 * Takes in the constructor around the brackets, then the methods behind and the functions around it, as long as
 * they are known; the first unknown function ends it. Sets `problem` where the value cannot be known.
 */
export function growOutward(expression: Expression): void {
  while (expression.problem === null && (growRight(expression) || growLeft(expression)));
}

function growRight(expression: Expression): boolean {
  const { text, limit, blanks } = expression;
  if (expression.construction === null && expression.operations.length === 0) return false;
  const dot = skipBlanks(text, expression.to, limit, blanks);
  const first = text.charCodeAt(dot + 1);
  if (text[dot] !== '.' || !isWordCode(first) || isDigitCode(first)) return false;
  let nameEnd = dot + 1;
  while (isWordCode(text.charCodeAt(nameEnd))) nameEnd++;
  const name = text.slice(dot + 1, nameEnd);
  const isCall = text[nameEnd] === '(';
  const args = isCall ? readArguments(text, nameEnd + 1, limit, blanks) : null;
  if (isCall && args === null) return fail(expression, dot, nameEnd, `.${name}(…)`);
  const to = args?.to ?? nameEnd;
  return (
    applyMethod(expression, name, args, to) || fail(expression, dot, to, `.${name}${isCall ? '(…)' : ''}`)
  );
}

function fail(expression: Expression, from: number, to: number, what: string): false {
  const message = l10n.t('cannot evaluate {0}: select the tensor itself', what);
  expression.problem = { code: 'unsupported-operation', message, from, to };
  return false;
}

function growLeft(expression: Expression): boolean {
  const { text, floor, limit, blanks } = expression;
  const open = openingParenthesis(expression);
  if (open < floor) return false;
  const from = startOfPath(text, open, floor);
  const callee = text.slice(from, open);
  const next = skipBlanks(text, expression.to, limit, blanks);
  const isKnown = callee === '' ? text[next] === ')' : isKnownCall(callee);
  if (!isKnown || (next < limit && text[next] !== ',' && text[next] !== ')')) return false;
  const args = readArguments(text, next, limit, blanks);
  if (args === null) return unclosed(expression, callee, open);
  if (callee === '') return applyInstance(expression, open, args);
  return applyCall(expression, callee, from, args);
}

function isKnownCall(callee: string): boolean {
  return formOf(callee) !== null || isWrapper(callee) || operationOf(callee) !== null;
}

/** The `(` that the expression stands behind as first argument; -1 when there is none. */
function openingParenthesis({ text, from, floor, blanks }: Expression): number {
  const before = skipBlanksBack(text, from, floor, blanks);
  if (text[before - 1] === '(') return before - 1;
  if (text[before - 1] !== '=') return -1;
  const nameEnd = skipBlanksBack(text, before - 1, floor, blanks);
  const nameStart = startOfPath(text, nameEnd, Math.max(floor, nameEnd - 20));
  const open = skipBlanksBack(text, nameStart, floor, blanks) - 1;
  return text[open] === '(' && valueKeywords.has(text.slice(nameStart, nameEnd)) ? open : -1;
}

function unclosed(expression: Expression, callee: string, open: number): false {
  const message = l10n.t('expected a closing ) of {0}(…), got none', callee);
  expression.problem = { code: 'unclosed', message, from: open, to: open + 1 };
  return false;
}

function applyCall(expression: Expression, callee: string, from: number, args: Arguments): boolean {
  const form = formOf(callee);
  const isTensor = expression.construction !== null || expression.operations.length > 0;
  if (form && !isTensor) construct(expression, form, callee, from, args);
  else if (form) rewrap(expression, form.dtype, from, args);
  else if (isTensor && isWrapper(callee)) {
    if (isParameter(callee)) expression.requiresGrad = true;
    rewrap(expression, null, from, args);
  } else {
    if (!isTensor && /^(np|numpy)\./.test(callee)) expression.listFloats = 'float64';
    return applyFunction(expression, operationOf(callee), defaultDimOf(callee), from, args);
  }
  return expression.problem === null;
}

function applyFunction(
  expression: Expression,
  operation: string | null,
  defaultDim: number | null,
  from: number,
  args: Arguments,
): boolean {
  if (operation === null) return false;
  const isAlongDim = operation.endsWith('softmax');
  const { dim, dtype, problem } = readDim(args.list, isAlongDim ? defaultDim : null);
  expression.problem = problem;
  if (problem) return false;
  expression.from = from;
  expression.to = args.to;
  if (dtype) addOperation(expression, dtype, null);
  addOperation(expression, operation, dim);
  return true;
}

/** `nn.Softmax(dim=1)(tensor)`, or parentheses around the tensor that change nothing. */
function applyInstance(expression: Expression, open: number, args: Arguments): boolean {
  const { text, floor, limit, blanks } = expression;
  if (text[open - 1] !== ')') {
    if (args.list.length > 0 || text[args.to - 2] === ',') return false;
    expression.from = open;
    expression.to = args.to;
    return true;
  }
  const near = Math.max(floor, open - maxModuleLength);
  const inner = near + text.slice(near, open).lastIndexOf('(');
  if (args.list.length > 0 || inner < near) return false;
  const from = startOfPath(text, inner, floor);
  const operation = operationOfModule(text.slice(from, inner));
  const settings = readArguments(text, inner + 1, limit, blanks);
  if (operation === null || settings === null || settings.to !== open) return false;
  return applyFunction(expression, operation, null, from, { list: settings.list, to: args.to });
}
