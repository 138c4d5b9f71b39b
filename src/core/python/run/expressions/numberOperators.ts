import * as l10n from '../../../l10n';
import { NotEvaluated, PythonError } from '../../values/pythonError';
import type { Value } from '../../values/values';
import { unsupported } from './unsupported';

/** Words for a division by zero, of ints and of floats. */
const zeroDivisions: Readonly<Record<string, readonly [string, string]>> = {
  '/': ['division by zero', 'float division by zero'],
  '//': ['integer division or modulo by zero', 'float floor division by zero'],
  '%': ['integer modulo by zero', 'float modulo'],
};

/** A number of Python. */
type PyNumber = boolean | bigint | number;

/** `left operator right` of numbers: ints stay ints, and are exact. */
export function numberOperation(operator: string, left: PyNumber, right: PyNumber): Value {
  const isFloat = typeof left === 'number' || typeof right === 'number';
  if (Number(right) === 0 && Object.hasOwn(zeroDivisions, operator)) {
    throw new PythonError('ZeroDivisionError', zeroDivisions[operator][isFloat ? 1 : 0]);
  }
  if (operator === '/') return Number(left) / Number(right);
  if (isFloat) return floatOperation(operator, Number(left), Number(right));
  if (typeof left === 'boolean' && typeof right === 'boolean' && ['&', '|', '^'].includes(operator)) {
    return operator === '&' ? left && right : operator === '|' ? left || right : left !== right;
  }
  return intOperation(operator, BigInt(left), BigInt(right));
}

function floatOperation(operator: string, a: number, b: number): number {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '//':
      return Math.floor(a / b);
    case '%': {
      const rest = a % b;
      return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
    }
    case '**':
      if (a === 0 && b < 0) {
        throw new PythonError('ZeroDivisionError', '0.0 cannot be raised to a negative power');
      }
      if (a < 0 && !Number.isInteger(b)) throw new NotEvaluated(l10n.t('a complex number'));
      return a ** b;
    default:
      throw unsupported(operator, a, b);
  }
}

function intOperation(operator: string, a: bigint, b: bigint): Value {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      if (digitsOf(a) + digitsOf(b) > maxDigits) throw new NotEvaluated(l10n.t('a number of this size'));
      return a * b;
    case '//':
      return floorDiv(a, b);
    case '%':
      return a - floorDiv(a, b) * b;
    case '**':
      return power(a, b);
    case '&':
      return a & b;
    case '|':
      return a | b;
    case '^':
      return a ^ b;
    case '<<':
    case '>>':
      if (b < 0n || b > 1000n) throw new NotEvaluated(l10n.t('{0} by {1}', operator, String(b)));
      return operator === '<<' ? a << b : a >> b;
    default:
      throw unsupported(operator, a, b);
  }
}

/** Digits that whole numbers may have. */
const maxDigits = 4000;

function digitsOf(value: bigint): number {
  return value < 10n ** 18n && value > -(10n ** 18n) ? 18 : value.toString().length;
}

function floorDiv(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

function power(a: bigint, b: bigint): Value {
  if (b < 0n) return floatOperation('**', Number(a), Number(b));
  if (b * BigInt(digitsOf(a)) > BigInt(maxDigits)) throw new NotEvaluated(l10n.t('a number of this size'));
  return a ** b;
}
