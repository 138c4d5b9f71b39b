"""CrossEntropyLoss and NLLLoss of the same tensors.

Click the losses above a pair or a call, or select the tensors, press F1 and run "Loss Lens: Evaluate Selection".
Hover any array to see what it is.
"""

import torch
import torch.nn as nn
import torch.nn.functional as F

# CrossEntropyLoss takes logits: raw scores, one column per class.
logits = torch.tensor([[1.2, 0.5, -0.8],
                       [-0.5, 0.8, 2.0]], requires_grad=True)
labels = torch.tensor([0, 2])

criterion = nn.CrossEntropyLoss()
loss = criterion(logits, labels)
loss.backward()

# NLLLoss takes log-probabilities: here the logarithm of softmax output.
log_probs = torch.tensor([[-0.4898, -1.1898, -2.4898],
                          [-2.8245, -1.5245, -0.3245]], requires_grad=True)
targets = torch.tensor([0, 2])

nll = nn.NLLLoss()
loss = nll(log_probs, targets)
loss.backward()
