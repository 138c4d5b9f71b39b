"""Two mistakes, each of which stops Python. Press F1 and run "Loss Lens: Run Snippet"."""

import torch
import torch.nn as nn

logits = torch.FloatTensor([[1.2, 0.5, -0.8],
                            [-0.5, 0.8, 2.0]],
                           requires_grad=True)
labels = torch.FloatTensor([0, 2])

loss_fn = nn.CrossEntropyLoss()
loss = loss_fn(logits, labels)
loss.backward()

print(loss.item())
print(logits.grad)
