import { describe, expect, test } from 'vitest';
import { markdownCode, markdownMessage, markdownText } from '../../../../src/core';
import { markdownBlock } from '../../../../src/core/report/markdownText';

describe('text as Markdown', () => {
  test.each([
    ['F.nll_loss', 'F.nll\\_loss'],
    ['Expected floating point, got Long (-0.5).', 'Expected floating point, got Long (-0.5).'],
    ['![t](https://a.b/p.png)', '\\!\\[t\\](https\\://a.b/p.png)'],
    ['[go](command:workbench.action.quit)', '\\[go\\](command:workbench.action.quit)'],
    ['[go][1]', '\\[go\\]\\[1\\]'],
    ['<https://a.b>', '\\<https\\://a.b\\>'],
    ['HTTPS://a.b ftp://a.b', 'HTTPS\\://a.b ftp\\://a.b'],
    ['www.a.b WWW.a.b', 'www\\.a.b WWW\\.a.b'],
    ['a@b.c', 'a\\@b.c'],
    ['$(sync~spin) $x$', '\\$(sync\\~spin) \\$x\\$'],
    ['<img src=x onerror=y>', '\\<img src=x onerror=y\\>'],
    ['&lt;b&gt; &#33;[', '\\&lt;b\\&gt; \\&\\#33;\\['],
    ['*a* _b_ ~~c~~ `d`', '\\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\`d\\`'],
    ['a\n\n# b\r\n> c\u2028d', 'a \\# b \\> c d'],
    ['# a', '\\# a'],
    ['- a', '\\- a'],
    ['+ a', '\\+ a'],
    ['===', '\\==='],
    ['1. a', '1\\. a'],
    ['1) a', '1\\) a'],
    ['a | b', 'a \\| b'],
    ['a\\', 'a\\\\'],
    ['a\u0000b\u202ec', 'a b c'],
    ['', ''],
  ])('%j', (text, markdown) => expect(markdownText(text)).toBe(markdown));
});

describe('code as Markdown', () => {
  test.each([
    ['F.nll_loss', '`F.nll_loss`'],
    ['"""\n\n![t](https://a.b/p.png)\n\n"""', '`""" ![t](https://a.b/p.png) """`'],
    ['a`b', '``a`b``'],
    ['`![t](x)``![t](x)`', '``` `![t](x)``![t](x)` ```'],
    ['``````', '``````` `````` ```````'],
    ['a\\', '`a\\`'],
    ['\n\n', ''],
  ])('%j', (text, markdown) => expect(markdownCode(text)).toBe(markdown));

  test('on lines of its own cannot end early', () => {
    expect(markdownBlock('x = """\n```\n![t](y)\n"""', 'python')).toBe(
      '````python\nx = """\n```\n![t](y)\n"""\n````',
    );
  });
});

describe('a message as Markdown', () => {
  test.each([
    ['`F.softmax` makes probabilities', '`F.softmax` makes probabilities'],
    ['input of `criterion`, an `nn.NLLLoss`', 'input of `criterion`, an `nn.NLLLoss`'],
    ['`a\n\n![t](x)\n\nb` ![t](x)', '`a ![t](x) b` \\!\\[t\\](x)'],
    ['`a``b`', '`a` `b`'],
    ['lone ` ![t](x)', 'lone \\` \\!\\[t\\](x)'],
    ['`` ![t](x)', ' \\!\\[t\\](x)'],
  ])('%j', (text, markdown) => expect(markdownMessage(text)).toBe(markdown));
});
