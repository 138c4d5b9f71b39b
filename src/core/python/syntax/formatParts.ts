import type { SyntaxNode } from '@lezer/common';
import type { Expression, Replacement } from './ast';
import { stringContent, stringValue } from './stringValue';

/** Text and replacements of one string; null for what is no text, as bytes. */
export function formatParts(
  node: SyntaxNode,
  text: string,
  read: (node: SyntaxNode) => Expression,
): readonly (string | Replacement | null)[] {
  const written = text.slice(node.from, node.to);
  if (node.name !== 'FormatString') return [stringValue(written)];
  const quotes = /^[a-zA-Z]*('''|"""|'|")/.exec(written);
  if (!quotes) return [null];
  const isRaw = /^[a-zA-Z]*r/i.test(quotes[0]);
  const from = node.from + quotes[0].length;
  return partsBetween(node, { text, from, to: node.to - quotes[1].length }, read, isRaw);
}

function partsBetween(
  node: SyntaxNode,
  { text, from, to }: { readonly text: string; readonly from: number; readonly to: number },
  read: (node: SyntaxNode) => Expression,
  isRaw: boolean,
): (string | Replacement | null)[] {
  const parts: (string | Replacement | null)[] = [];
  let at = from;
  const addText = (end: number) => {
    const between = text.slice(at, end).replaceAll('{{', '{').replaceAll('}}', '}');
    if (between !== '') parts.push(stringContent(between, isRaw));
  };
  for (const child of node.getChildren('FormatReplacement')) {
    addText(child.from);
    parts.push(replacementOf(child, text, read, isRaw));
    at = child.to;
  }
  addText(to);
  return parts;
}

function replacementOf(
  node: SyntaxNode,
  text: string,
  read: (node: SyntaxNode) => Expression,
  isRaw: boolean,
): Replacement | null {
  const value = node.firstChild?.nextSibling;
  if (!value || !/^[A-Z]/.test(value.name)) return null;
  const conversion = node.getChild('FormatConversion');
  const spec = node.getChild('FormatSpec');
  const selfDoc = node.getChild('FormatSelfDoc');
  const specParts = spec ? partsBetween(spec, { text, from: spec.from + 1, to: spec.to }, read, isRaw) : [];
  if (specParts.some((part) => part === null)) return null;
  return {
    value: read(value),
    conversion: conversion ? text.slice(conversion.from + 1, conversion.to) : '',
    spec: specParts.filter((part) => part !== null),
    label: selfDoc ? text.slice(node.from + 1, endOfLabel(text, selfDoc.to)) : '',
  };
}

/** The blanks behind `=` are written too. */
function endOfLabel(text: string, from: number): number {
  let to = from;
  while (text[to] === ' ') to++;
  return to;
}
