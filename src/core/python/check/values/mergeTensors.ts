import type { FileRange } from '../findings/codeFinding';
import {
  type Activated,
  contentOf,
  type Exponential,
  lossCallsOf,
  type Memory,
  type Source,
  sourceOf,
  type TensorContent,
  type TensorFacts,
  type TensorValue,
} from './tensorValue';

/** True when two tensors differ in nothing that a verdict or a fix depends on, so that they can be told as one. */
export function isSameTensor(a: TensorValue, b: TensorValue): boolean {
  return a.dtype === b.dtype && isSameContent(a, b);
}

function isSameContent(a: TensorContent, b: TensorContent): boolean {
  switch (a.kind) {
    case 'part':
      return b.kind === 'part' && a.total === b.total;
    case 'positive':
      return b.kind === 'positive' && isSameExponential(a, b);
    case 'normaliser':
      return b.kind === 'normaliser' && a.isLog === b.isLog && isSameExponential(a, b);
    case 'decisions':
      return b.kind === 'decisions' && isSamePlace(a.by, b.by);
    case 'probs':
    case 'sigmoid':
      return a.kind === b.kind && isSameActivated(a, b);
    case 'logProbs':
      return (
        b.kind === 'logProbs' &&
        isSameActivated(a, b) &&
        isSamePlace(a.logOfSoftmax, b.logOfSoftmax) &&
        isSameSource(a.ofProbs, b.ofProbs)
      );
    default:
      return a.kind === b.kind;
  }
}

function isSameExponential(a: Exponential, b: Exponential): boolean {
  return a.by === b.by && a.of === b.of;
}

function isSameActivated(a: Activated, b: Activated): boolean {
  return a.isJoined === b.isJoined && a.isLikely === b.isLikely && isSameSource(a.source, b.source);
}

/** From the same place of the text and as exact; where the axis went is merged. */
function isSameSource(a: Source | null, b: Source | null): boolean {
  if (a === null || b === null) return a === b;
  return a.isExact === b.isExact && isSamePlace(a.activation, b.activation);
}

function isSamePlace(a: FileRange | null, b: FileRange | null): boolean {
  return a === b || (a !== null && b !== null && a.path === b.path && a.from === b.from && a.to === b.to);
}

/** One tensor of two that are the same by `isSameTensor`: what is known of both. */
export function mergeTensors(a: TensorValue, b: TensorValue): TensorValue {
  // Every fact stands here: one that is forgotten does not compile.
  const facts: TensorFacts = {
    rank: a.rank === b.rank ? a.rank : null,
    minRank: Math.min(a.minRank, b.minRank),
    dtype: a.dtype === b.dtype ? a.dtype : null,
    gradFree:
      a.gradFree === null || b.gradFree === null ? null : [...new Set([...a.gradFree, ...b.gradFree])],
    isLastAxisOne: a.isLastAxisOne && b.isLastAxisOne,
    isLastAxisClasses: a.isLastAxisClasses && b.isLastAxisClasses,
    isUnbounded: a.isUnbounded && b.isUnbounded,
    tokens: a.tokens?.symbol === b.tokens?.symbol ? a.tokens : null,
    memory: mergedMemory(a.memory, b.memory),
    trail: a.trail ?? b.trail,
  };
  return { type: 'tensor', ...facts, ...mergedContent(a, b) };
}

/** The memory of both; of two different ones neither is known. */
function mergedMemory(a: Memory | null, b: Memory | null): Memory | null {
  if (a === null || b === null || a.id !== b.id) return null;
  const state = a.state === b.state ? a.state : {};
  return { id: a.id, state, isPart: a.isPart || b.isPart };
}

function mergedContent(a: TensorValue, b: TensorValue): TensorContent {
  const content = contentOf(a);
  if (content.kind === 'loss') return { ...content, ...lossCallsOf([a, b]) };
  if (!('source' in content)) return content;
  const other = sourceOf(b);
  const { source } = content;
  const isAxisKept = source?.isAxisKept === true && other?.isAxisKept === true;
  return { ...content, source: source && { ...source, isAxisKept } };
}
