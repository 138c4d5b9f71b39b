import * as l10n from '../../l10n';
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
        message: l10n.t('PyTorch stops here: {0}', `TypeError: ${callee} takes no ${name}.`),
        evidence: [
          {
            row: null,
            quantity: 'TypeError',
            value: `new() received an invalid combination of arguments - got (list, ${name}=${name === 'dtype' ? 'torch.dtype' : 'bool'})`,
            limit: l10n.t('torch.tensor takes {0}', name),
            isMet: false,
            says: '',
          },
        ],
        consequence: l10n.t('The line raises before any loss is computed.'),
        fix: l10n.t('Use torch.tensor, which takes dtype and requires_grad.'),
        fixCode: `torch.tensor(…, dtype=torch.${literal.tensor.dtype}${name === 'requires_grad' ? ', requires_grad=True' : ''})`,
        from,
        to,
      }));
  });

/** `backward()` on a loss of literals none of which requires grad. */
export const noGradToBackward: Rule = ({ call, input }) => {
  if (!call?.backward || call.before) return [];
  const requiresGrad = [call.input, call.target].some((argument) => argument.requiresGrad);
  if (requiresGrad || !isFloatingPoint(input.tensor.dtype)) return [];
  return [
    {
      code: 'no-grad-to-backward',
      severity: 'error',
      message: l10n.t(
        'PyTorch stops here: {0}',
        'RuntimeError: element 0 of tensors does not require grad and does not have a grad_fn',
      ),
      evidence: [
        {
          row: null,
          quantity: 'requires_grad',
          value: 'False',
          limit: l10n.t('True for one tensor of the loss'),
          isMet: false,
          says: '',
        },
      ],
      consequence: l10n.t('backward() raises; the loss itself is right.'),
      fix: l10n.t('Let the input require grad where it is created.'),
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
    message: l10n.t(
      'nn.{0}(…) makes a loss; it does not compute one. Its arguments are options, not tensors.',
      loss,
    ),
    evidence: [],
    consequence: l10n.t(
      'The second tensor is taken for an old option: {0}, or no error and no loss.',
      'RuntimeError "Boolean value of Tensor with more than one value is ambiguous"',
    ),
    fix: l10n.t('Make the loss first, then call it on the tensors.'),
    fixCode: `nn.${loss}()(input, target)`,
    from,
    to,
  }));
