const model = (i: number) => `
class Net${i}(nn.Module):
    def __init__(self, width=10, classes=3):
        super().__init__()
        self.fc1 = nn.Linear(width, 32)
        self.fc2 = nn.Linear(32, classes)
        self.drop = nn.Dropout(0.5)

    def forward(self, x):
        x = x.view(x.size(0), -1)
        x = self.drop(F.relu(self.fc1(x)))
        return F.log_softmax(self.fc2(x), dim=1)


def train${i}(model, loader, optimizer, device):
    criterion = nn.NLLLoss()
    for batch, (x, y) in enumerate(loader):
        x, y = x.to(device), y.to(device)
        optimizer.zero_grad()
        loss = criterion(model(x), y)
        loss.backward()
        optimizer.step()


def main${i}(args):
    model = Net${i}().to(args.device)
    train${i}(model, args.loader, torch.optim.SGD(model.parameters(), lr=0.1), args.device)

`;

const plain = (i: number) => `
def summary${i}(rows, names):
    table = {}
    for row in rows:
        for name, value in zip(names, row):
            if name not in table:
                table[name] = []
            table[name].append(float(value))
    lines = []
    for name in sorted(table):
        values = table[name]
        mean = sum(values) / len(values)
        lines.append('%s: %.3f (%d)' % (name, mean, len(values)))
    return '\\n'.join(lines)

`;

/** A Python program of about so many lines, a third of it models and training, the rest ordinary code. */
export function programOf(lines: number): string {
  const parts = ['import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\n'];
  let count = 3;
  for (let i = 0; count < lines; i++) {
    const part = i % 4 === 0 ? model(i) : plain(i);
    parts.push(part);
    count += part.split('\n').length - 1;
  }
  return parts.join('');
}
