import { erf } from './erf';
import type { Round } from './unary';

const tanhScale = Math.SQRT2 * (2 / Math.sqrt(Math.PI)) * 0.5;
const tanhCube = 0.044715;

/** `tanh` of the cubic by which GELU is approximated. */
function tanhOfCubic(x: number, round: Round): number {
  const cube = round(round(x * x) * x);
  return round(Math.tanh(round(round(tanhScale) * round(x + round(tanhCube) * cube))));
}

/** Twice the share of the normal distribution below x. */
function normalShare(x: number, round: Round): number {
  return round(1 + round(erf(round(x * round(Math.SQRT1_2)))));
}

/** x times the share of the normal distribution below it. Source: aten/src/ATen/native/cpu/Activation.cpp. */
export function gelu(x: number, round: Round): number {
  return round(x * 0.5) * normalShare(x, round);
}

export function geluSlope(x: number, round: Round): number {
  const density = round(round(Math.exp(round(round(x * x) * -0.5))) * round(tanhScale * 0.5));
  return round(0.5 * normalShare(x, round)) + x * density;
}

/** GELU with the share approximated by `tanh`. */
export function tanhGelu(x: number, round: Round): number {
  return round(x * 0.5) * round(1 + tanhOfCubic(x, round));
}

export function tanhGeluSlope(x: number, round: Round): number {
  const tanh = tanhOfCubic(x, round);
  const inner = round(round(tanhScale) * round(1 + round(3 * round(tanhCube)) * round(x * x)));
  const left = round(0.5 * round(1 + tanh));
  return left + round(round(0.5 * x) * round(1 - tanh * tanh)) * inner;
}
