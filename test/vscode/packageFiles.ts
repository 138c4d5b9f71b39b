/** A package whose model names no loss: which one its `step` uses is said where it is trained. */
export const packageFiles: Readonly<Record<string, string>> = {
  'shop/__init__.py': 'from .model import Net\n',
  'shop/model.py': `import torch.nn as nn
import torch.nn.functional as F


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)

    def use(self, criterion):
        self.criterion = criterion

    def forward(self, x):
        return F.softmax(self.fc(x), dim=1)

    def step(self, x, y):
        return self.criterion(self.forward(x), y)
`,
  'shop/train.py': `import torch.nn as nn
from . import Net


def train(batches):
    net = Net()
    net.use(nn.NLLLoss())
    for x, y in batches:
        net.step(x, y).backward()
    return net
`,
  'shop/evaluate.py': `import torch.nn as nn
from .model import Net

net = Net()
criterion = nn.CrossEntropyLoss()


def evaluate(x, y):
    return criterion(net(x), y)
`,
  'main.py': 'import torch\nfrom shop.train import train\n\ntrain(torch.load("batches.pt"))\n',
};
