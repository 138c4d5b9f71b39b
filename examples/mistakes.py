"""Four ways to get these losses wrong. None of the first three raises anything."""

import torch
import torch.nn as nn
import torch.nn.functional as F

# 1. Probabilities into NLLLoss: the loss is negative.
probs = torch.tensor([[0.6590, 0.2424, 0.0986],
                      [0.1086, 0.8025, 0.0889]], requires_grad=True)
target = torch.tensor([0, 1])
loss = nn.NLLLoss()(probs, target)

# 2. Logits into NLLLoss: any number comes out.
scores = torch.tensor([[2.0, 1.0, 0.1],
                       [0.5, 2.5, 0.3]], requires_grad=True)
classes = torch.tensor([0, 1])
loss = F.nll_loss(scores, classes)

# 3. Probabilities into CrossEntropyLoss: softmax twice. Confidently wrong, and hardly any gradient.
confident = F.softmax(torch.tensor([[10.0, 0.0, 0.0]]), dim=1)
truth = torch.tensor([1])
loss = F.cross_entropy(confident, truth)

# 4. Floating point labels: PyTorch refuses them.
outputs = torch.tensor([[1.2, 0.5, -0.8],
                        [-0.5, 0.8, 2.0]], requires_grad=True)
labels = torch.FloatTensor([0, 2])
loss = nn.CrossEntropyLoss()(outputs, labels)
