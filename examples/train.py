"""A training script with a mistake that nothing complains about: watch the loss."""

import torch
import torch.nn as nn
import torch.nn.functional as F


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(20, 64)
        self.out = nn.Linear(64, 5)

    def forward(self, x):
        x = F.relu(self.hidden(x))
        return F.softmax(self.out(x), dim=1)


def train(model, batches, criterion):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for inputs, labels in batches:
        optimizer.zero_grad()
        output = model(inputs)
        loss = criterion(output, labels)
        loss.backward()
        optimizer.step()
        print(f'{loss.item():.4f}')


batches = [(torch.randn(32, 20), torch.randint(0, 5, (32,))) for _ in range(10)]
train(Net(), batches, nn.NLLLoss())
