"""The two examples that started the project, as they were written and mended in each way."""

CROSS_ENTROPY = """
import torch
import torch.nn as nn

logits = torch.%s([[1.2, 0.5, -0.8],
                            [-0.5, 0.8, 2.0]]%s)
labels = torch.%s

loss_fn = nn.CrossEntropyLoss()
loss = loss_fn(logits, labels%s)
loss.backward()

print(loss.item())
"""
NLL = """
import torch
import torch.nn as nn

log_probs = torch.log(torch.tensor([[0.7, 0.2, 0.1],
                                   [0.1, 0.2, 0.7]],
                                  dtype=torch.float32%s))
targets = torch.tensor([0, 2])%s

loss_fn = nn.NLLLoss()
loss = loss_fn(log_probs, targets)
%s

print(loss.item())
"""
WITH_GRAD = ",\n                            requires_grad = True"
GRADIENTS = "print(f'{loss.item():.4f}')\nprint(logits.grad)\n"

logits_mended = CROSS_ENTROPY % ("tensor", WITH_GRAD, "FloatTensor([0,2])", "")
both_mended = CROSS_ENTROPY % ("tensor", WITH_GRAD, "LongTensor([0,2])", "")

SEED = {
    "seed cross entropy as written": CROSS_ENTROPY % ("FloatTensor", WITH_GRAD, "FloatTensor([0,2])", ""),
    "seed cross entropy with torch.tensor for the logits": logits_mended,
    "seed cross entropy without requires_grad": CROSS_ENTROPY % ("FloatTensor", "", "LongTensor([0,2])", ""),
    "seed cross entropy with requires_grad_()": CROSS_ENTROPY
    % ("FloatTensor", ").requires_grad_(", "LongTensor([0,2])", ""),
    "seed cross entropy with LongTensor labels": both_mended,
    "seed cross entropy with torch.tensor labels": CROSS_ENTROPY % ("tensor", WITH_GRAD, "tensor([0, 2])", ""),
    "seed cross entropy with labels.long()": CROSS_ENTROPY % ("tensor", WITH_GRAD, "FloatTensor([0,2])", ".long()"),
    "seed cross entropy with dtype=torch.long": CROSS_ENTROPY
    % ("tensor", WITH_GRAD, "tensor([0,2], dtype=torch.long)", ""),
    "seed cross entropy with only the labels mended": CROSS_ENTROPY % ("FloatTensor", WITH_GRAD, "LongTensor([0,2])", ""),
    "seed cross entropy mended, with the gradient": both_mended.replace("print(loss.item())\n", GRADIENTS),
    "seed cross entropy mended, with each step": both_mended
    + "print(logits.grad)\nprint(torch.softmax(logits, dim=1))\nprint(logits)\nprint(labels)\nprint(loss)\n",
    "seed nll as written": NLL % ("", "", "loss.backward()"),
    "seed nll without backward": NLL % ("", "", "print(loss)"),
    "seed nll with requires_grad": NLL % (", requires_grad=True", "", "loss.backward()"),
    "seed nll with requires_grad of the result": NLL % ("", "\nlog_probs.requires_grad_()", "loss.backward()")
    + "print(log_probs.grad)\n",
    "seed nll with requires_grad = True": NLL % ("", "\nlog_probs.requires_grad = True", "loss.backward()"),
    "seed nll with the grad of its probabilities": (NLL % ("", "", "loss.backward()"))
    .replace("torch.log(torch.tensor(", "torch.log(probs := torch.tensor(")
    .replace("dtype=torch.float32", "dtype=torch.float32, requires_grad=True")
    + "print(probs.grad)\n",
    "seed nll from the logits": """
import torch
import torch.nn as nn

logits = torch.tensor([[1.2, 0.5, -0.8],
                       [-0.5, 0.8, 2.0]], requires_grad=True)
targets = torch.tensor([0, 2])

# CrossEntropyLoss = LogSoftmax + NLLLoss
loss = nn.NLLLoss()(nn.LogSoftmax(dim=1)(logits), targets)
loss.backward()

print(f"{loss.item():.4f}")
print(logits.grad)
""",
}
SEED_TEMPLATES = {name: (1, text) for name, text in SEED.items()}
