import { isFloatingPoint } from '../../tensor/dtype';
import type { Rule } from '../rule';

/** `torch.FloatTensor(…, requires_grad=True)` and other keywords that the old constructors do not take. */
export const legacyKeywords: Rule = ({ inputLiteral, targetLiteral }) =>
  [inputLiteral, targetLiteral].flatMap((literal) => {
    const callee = literal?.callee ?? '';
    if (!literal || !/^torch\.(cuda\.)?\w*Tensor$/.test(callee)) return [];
    return literal.keywords
      .filter(({ name }) => name === 'requires_grad' || name === 'dtype')
      .map(({ name, from, to }) => ({
        code: 'float-tensor-requires-grad' as const,
        severity: 'error' as const,
        message: `PyTorch stops here: TypeError: ${callee} takes no ${name}.`,
        evidence: [
          {
            row: null,
            quantity: 'TypeError',
            value: `new() received an invalid combination of arguments - got (list, ${name}=${name === 'dtype' ? 'torch.dtype' : 'bool'})`,
            limit: `torch.tensor takes ${name}`,
          },
        ],
        consequence: 'The line raises before any loss is computed.',
        fix: 'Use torch.tensor, which takes dtype and requires_grad.',
        fixCode: `torch.tensor(…, dtype=torch.${literal.tensor.dtype}${name === 'requires_grad' ? ', requires_grad=True' : ''})`,
        from,
        to,
      }));
  });

/** `backward()` on a loss of literals none of which requires grad. */
export const noGradToBackward: Rule = ({ call, inputLiteral, targetLiteral, input, usage }) => {
  if (!call?.backward || usage.namesGrad) return [];
  const requiresGrad = [inputLiteral, targetLiteral].some(
    (literal) => literal?.requiresGrad || literal?.gradFn,
  );
  if (requiresGrad || !isFloatingPoint(input.tensor.dtype)) return [];
  return [
    {
      code: 'no-grad-to-backward',
      severity: 'error',
      message:
        'PyTorch stops here: RuntimeError: element 0 of tensors does not require grad and does not have a grad_fn',
      evidence: [
        { row: null, quantity: 'requires_grad', value: 'False', limit: 'True for one tensor of the loss' },
      ],
      consequence: 'backward() raises; the loss itself is right.',
      fix: 'Let the input require grad where it is created.',
      fixCode: `torch.tensor(…, requires_grad=True)`,
      from: call.backward.from,
      to: call.backward.to,
    },
  ];
};

/** `nn.CrossEntropyLoss(x, y)`: tensors given to the constructor. */
export const lossConstructorCall: Rule = ({ usage }) =>
  usage.constructorCalls.map(({ loss, from, to }) => ({
    code: 'loss-constructor-call',
    severity: 'error',
    message: `nn.${loss}(…) makes a loss; it does not compute one. Its arguments are options, not tensors.`,
    evidence: [],
    consequence:
      'The second tensor is taken for an old option: RuntimeError "Boolean value of Tensor with more than one value is ambiguous", or no error and no loss.',
    fix: 'Make the loss first, then call it on the tensors.',
    fixCode: `nn.${loss}()(input, target)`,
    from,
    to,
  }));
