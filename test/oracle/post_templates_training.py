"""Posts that train something, or ask what a module holds. The forms of choices are those of `snippet_grammar`."""

SEED = "torch.manual_seed(«0|1|42|123|2024»)"
DATA = (
    "x = torch.«tensor(@f4x3)|randn(4, 3)|randn(8, 3)[:4]|rand(4, 3)|ones(4, 3)»\n"
    "y = torch.«tensor(@y4u3)|randint(0, 3, (4,))|LongTensor(@y4u3)|tensor([0, 1, 2, 0])»"
)
OPTIMIZER = (
    "«torch.optim.SGD(model.parameters(), lr=«0.1|0.01|1e-2|0.5»«|, momentum=0.9|, weight_decay=1e-4|"
    ", momentum=0.9, nesterov=True|, momentum=0.9, weight_decay=5e-4»)|torch.optim.SGD(model.parameters(), lr=0.1)|"
    "torch.optim.Adam(model.parameters(), lr=«0.01|1e-3|0.1»)|torch.optim.Adam(model.parameters())|"
    "torch.optim.AdamW(model.parameters(), lr=0.01«|, weight_decay=0.1»)»"
)
FORWARDS = {
    "fc": "self.fc(x)",
    "fc2": "self.fc2(«F.relu|torch.tanh|torch.relu|torch.sigmoid»(self.fc1(x)))",
    "sequential": "self.net(x)",
    "parameters": "x @ self.w + self.b",
}
BODIES = {
    "fc": "self.fc = nn.Linear(3, 3«|, bias=False»)",
    "fc2": "self.fc1 = nn.Linear(3, 4)\n        self.fc2 = nn.Linear(4, 3)",
    "sequential": "self.net = nn.Sequential(nn.Linear(3, 4), «nn.ReLU()|nn.Tanh()|nn.Sigmoid()|nn.GELU()»,"
    " nn.Linear(4, 3))",
    "parameters": "self.w = nn.Parameter(torch.«randn|ones|zeros»(3, 3))\n        self.b = nn.Parameter(torch.zeros(3))",
}


def module(kind):
    return f"""class «$net:Net|Model|SimpleModel|MLP|Classifier»(nn.Module):
    def __init__(self):
        «super().__init__()|super(«$net», self).__init__()»
        {BODIES[kind]}

    def forward(self, x):
        return {FORWARDS[kind]}


"""


LOOP = """for epoch in range(«2|3|5|10»):
    «optimizer.zero_grad()|optimizer.zero_grad(set_to_none=True)»
    «$out:outputs|logits|pred» = model(x)
    loss = criterion(«$out», y)
    loss.backward()
    «optimizer.step()|nn.utils.clip_grad_norm_(model.parameters(), «1.0|0.5»)
    optimizer.step()»
    «print(f"epoch {epoch}: loss {loss.item():.4f}")|
    print(f'Epoch [{epoch+1}/5], Loss: {loss.item():.4f}')|
    print(epoch, loss.item())|
    print("loss:", loss)|
    if epoch % 2 == 0:
        print('Epoch: {} Loss: {:.3f}'.format(epoch, loss.item()))»"""
AFTER = """«print(model)|
for name, p in model.named_parameters():
    print(name, p.shape, p.requires_grad)|
print(sum(p.numel() for p in model.parameters()))|
print(model.state_dict().keys())|
with torch.no_grad():
    acc = (model(x).argmax(dim=1) == y).float().mean()
print(f"accuracy: {acc.item():.2%}")|
model.eval()
print(model(x).argmax(1), model.training)|
print([p.grad.norm() for p in model.parameters()])|
for name, param in model.named_parameters():
    print(name, param.data)|
print(list(model.parameters())[0])|
correct = (torch.max(model(x), 1)[1] == y).sum().item()
print("correct:", correct, "of", len(y))|
print(optimizer.param_groups[0]["lr"])|
for group in optimizer.param_groups:
    group["lr"] *= 0.1
    print(group["lr"])|
print(sum(p.numel() for p in model.parameters() if p.requires_grad))|
preds = model(x).softmax(dim=-1)
print(preds, preds.sum(dim=1))»"""
LOSS = (
    "criterion = «nn.CrossEntropyLoss()|nn.CrossEntropyLoss(weight=torch.tensor([1.0, 2.0, 0.5]))|"
    "nn.CrossEntropyLoss(label_smoothing=0.1)|nn.CrossEntropyLoss(reduction='sum')|nn.CrossEntropyLoss(ignore_index=0)»"
)
HAND = """«model.weight.data.fill_(0.5)
model.bias.data.zero_()|
nn.init.constant_(model.weight, 0.1)
nn.init.zeros_(model.bias)|
with torch.no_grad():
    model.weight.copy_(torch.tensor(@f2x3))
    model.bias.fill_(0.25)|
model.weight = nn.Parameter(torch.tensor(@f2x3))
model.bias = nn.Parameter(torch.zeros(2))|
model.load_state_dict({"weight": torch.tensor(@f2x3), "bias": torch.tensor(@f2)})|
torch.nn.init.ones_(model.weight)
torch.nn.init.constant_(model.bias, -0.5)|
for p in model.parameters():
    p.data.fill_(0.1)|
model.weight.data = torch.tensor(@f2x3)
model.bias.data = torch.tensor(@f2)»"""

TEMPLATES = {
    **{
        f"train {kind}": (
            60,
            f"{SEED}\n{module(kind)}{DATA}\nmodel = «$net»()\n{LOSS}\noptimizer = {OPTIMIZER}\n{LOOP}\n{AFTER}",
        )
        for kind in BODIES
    },
    "train a layer": (
        40,
        f"{SEED}\n{DATA}\nmodel = nn.Linear(3, 3)\n{LOSS}\noptimizer = {OPTIMIZER}\n{LOOP}\n{AFTER}",
    ),
    "train a sequence": (
        40,
        f"{SEED}\n{DATA}\nmodel = nn.Sequential(\n    nn.Linear(3, 5),\n    «nn.ReLU()|nn.Tanh()|nn.LeakyReLU(0.1)»,\n"
        f"    «|nn.LayerNorm(5),\n    |nn.Dropout(0.0),\n    »nn.Linear(5, 3),\n)\n{LOSS}\noptimizer = {OPTIMIZER}\n{LOOP}"
        f"\n{AFTER}",
    ),
    "weights by hand": (
        60,
        f"model = nn.Linear(3, 2)\n{HAND}\nx = torch.tensor(@f2x3)\nprint(model(x))\n"
        "loss = F.cross_entropy(model(x), torch.tensor(@y2u2))\nloss.backward()\n"
        "print(«model.weight.grad|model.bias.grad|model.weight.grad.shape|loss»)\n"
        "print(«model|model.weight|model.bias|model.state_dict()|model.weight.shape, model.in_features|"
        "list(model.named_parameters())|dict(model.named_parameters()).keys()|model.bias.requires_grad»)",
    ),
    "logistic regression": (
        30,
        f"{SEED}\nX = torch.tensor([[0.0], [1.0], [2.0], [3.0]])\nY = torch.tensor([[0.0], [0.0], [1.0], [1.0]])\n"
        "class LogisticRegression(nn.Module):\n    def __init__(self, n_in):\n        super().__init__()\n"
        "        self.linear = nn.Linear(n_in, 1)\n    def forward(self, x):\n        return «torch.sigmoid(self.linear(x))|"
        "self.linear(x).sigmoid()»\nmodel = LogisticRegression(1)\ncriterion = nn.BCELoss()\n"
        "optimizer = torch.optim.SGD(model.parameters(), lr=0.1)\nfor i in range(«3|10|20»):\n    y_hat = model(X)\n"
        "    loss = criterion(y_hat, Y)\n    optimizer.zero_grad()\n    loss.backward()\n    optimizer.step()\n"
        "print(f'{loss.item():.4f}')\nprint(model.linear.weight.«item()|data|grad»)\n"
        "print((model(X) > 0.5).«int()|float()|squeeze()|long().flatten()»)",
    ),
    "linear regression": (
        20,
        "w = torch.tensor(«1.0|0.0|0.5», requires_grad=True)\nb = torch.zeros(1, requires_grad=True)\n"
        "opt = torch.optim.«SGD([w, b], lr=«0.1|0.01»)|Adam([w, b], lr=0.1)»\nx = torch.tensor(@f4)\ny = 2 * x + 1\n"
        "for t in range(«1|3|5»):\n    loss = ((w * x + b - y) ** 2).mean()\n    opt.zero_grad()\n    loss.backward()\n"
        "    opt.step()\n    print(t, «loss.item()|loss|w.item(), b.item()|f'{loss:.4f}'»)\nprint(w, b)\nprint(w.grad)",
    ),
    "step by hand": (
        20,
        "w = torch.«zeros|ones»(3, 2, requires_grad=True)\nx = torch.tensor(@f4x3)\ny = torch.tensor(@y4u2)\n"
        "lr = «0.1|0.5»\nfor step in range(«2|3»):\n    loss = F.cross_entropy(x @ w, y)\n    loss.backward()\n"
        "    with torch.no_grad():\n        w -= lr * w.grad\n        w.grad.zero_()\n    print(step, loss.item())\nprint(w)",
    ),
    "loader": (
        40,
        f"from torch.utils.data import DataLoader, TensorDataset\n«import torch.nn as nn|from torch import nn»\nimport torch\n"
        f"{SEED}\nX = torch.«randn(6, 3)|arange(18.).reshape(6, 3)|rand(6, 3)»\ny = torch.tensor(@y6u3)\n"
        "dataset = TensorDataset(X, y)\nloader = DataLoader(dataset, batch_size=«2|3|4»«|, shuffle=False|, shuffle=True|"
        ", drop_last=True»)\nmodel = nn.Linear(3, 3)\ncriterion = nn.CrossEntropyLoss()\n"
        "optimizer = torch.optim.«SGD(model.parameters(), lr=0.1)|Adam(model.parameters(), lr=1e-2)»\n"
        "for epoch in range(2):\n    running_loss = 0.0\n    for «xb, yb in loader|i, (xb, yb) in enumerate(loader)»:\n"
        "        optimizer.zero_grad()\n        loss = criterion(model(xb), yb)\n        loss.backward()\n"
        "        optimizer.step()\n        running_loss += loss.item()«| * xb.size(0)»\n"
        "    print(«f'{epoch} {running_loss / len(loader):.4f}'|epoch, round(running_loss / len(dataset), 4)»)\n"
        "print(len(loader), len(dataset)«|, dataset[0][1]|, next(iter(loader))[0].shape»)",
    ),
    "embedding": (
        30,
        "«torch.manual_seed(«0|1|7»)\nemb = nn.Embedding(5, 3)|emb = nn.Embedding.from_pretrained(torch.tensor(@f5x3))|"
        "emb = nn.Embedding(5, 3)\nemb.weight.data.fill_(0.2)|torch.manual_seed(3)\nemb = nn.Embedding(5, 3, padding_idx=0)»\n"
        "ids = torch.tensor(«[[1, 2], [4, 0]]|[1, 1, 3]|[0]»)\nout = emb(ids)\nprint(out«|.shape|.mean(dim=-1)»)\n"
        "print(«emb|emb.weight|emb.weight.shape, emb.num_embeddings|emb.weight.requires_grad»)",
    ),
    "norm": (
        30,
        "ln = nn.LayerNorm(«3|4|(4,)|4, eps=1e-6»)\nprint(ln)\nx = torch.tensor(@f2x4)\n«print(ln(x))|"
        "print(nn.LayerNorm(4)(x))|y = nn.LayerNorm(4)(x)\nprint(y.mean(-1), y.std(-1, unbiased=False))»",
    ),
    "batch norm": (
        20,
        "bn = nn.BatchNorm1d(3)\nx = torch.tensor(@f4x3)\n«print(bn(x))|bn.eval()\nprint(bn(x))|"
        "y = bn(x)\nprint(bn.running_mean, bn.running_var)|print(bn)|print(list(bn.state_dict()))»",
    ),
    "dropout": (
        20,
        f"{SEED}\nmodel = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Dropout(«0.5|p=0.2»), nn.Linear(4, 2))\n"
        "model.eval()\nx = torch.«ones(2, 3)|tensor(@f2x3)»\nprint(model(x))\nprint(«model|model[0]|len(model)|"
        "model[0].weight|model.training|[type(m).__name__ for m in model]|model[-1].out_features»)",
    ),
    "state": (
        30,
        f"{SEED}\n{module('fc2')}model = «$net»()\n«print(model.state_dict())|sd = model.state_dict()\n"
        "for k, v in sd.items():\n    print(k, v.size())|other = «$net»()\nother.load_state_dict(model.state_dict())\n"
        "print(torch.equal(other.fc1.weight, model.fc1.weight))|print(model.load_state_dict(model.state_dict()))|"
        "for p in model.fc1.parameters():\n    p.requires_grad = False\nprint([n for n, p in model.named_parameters() "
        "if p.requires_grad])|print(model.fc1)\nprint(model.fc1.weight)|for name, child in model.named_children():\n"
        "    print(name, child)|for m in model.modules():\n    if isinstance(m, nn.Linear):\n"
        "        nn.init.constant_(m.weight, 0.1)\n        nn.init.zeros_(m.bias)\nprint(model(torch.ones(1, 3)))|"
        "def init(m):\n    if isinstance(m, nn.Linear):\n        m.weight.data.fill_(0.01)\nmodel.apply(init)\n"
        "print(model.fc1.weight)|print(model(torch.ones(1, 3)))|print(repr(model))»",
    ),
    "xor": (
        20,
        f"{SEED}\nX = torch.tensor([[0., 0.], [0., 1.], [1., 0.], [1., 1.]])\ny = torch.tensor([0, 1, 1, 0])\n"
        "model = nn.Sequential(nn.Linear(2, 4), nn.«Tanh|ReLU|Sigmoid»(), nn.Linear(4, 2))\n"
        "loss_fn = nn.CrossEntropyLoss()\noptimizer = torch.optim.«Adam(model.parameters(), lr=0.05)|"
        "SGD(model.parameters(), lr=0.5)»\nfor i in range(«5|20»):\n    loss = loss_fn(model(X), y)\n"
        "    optimizer.zero_grad()\n    loss.backward()\n    optimizer.step()\nprint(f'{loss.item():.3f}')",
    ),
    "scheduler": (
        15,
        "model = nn.Linear(2, 2)\noptimizer = torch.optim.SGD(model.parameters(), lr=0.1)\n"
        "scheduler = torch.optim.lr_scheduler.«StepLR(optimizer, step_size=2, gamma=0.5)|ExponentialLR(optimizer, gamma=0.9)»\n"
        "for epoch in range(4):\n    optimizer.step()\n    scheduler.step()\n"
        "    print(epoch, «optimizer.param_groups[0]['lr']|scheduler.get_last_lr()»)",
    ),
    "convolution": (
        20,
        f"{SEED}\nclass CNN(nn.Module):\n    def __init__(self, num_classes=«3|10»):\n        super().__init__()\n"
        "        self.conv = nn.Conv2d(1, 2, «kernel_size=3|3, padding=1|3, stride=2»)\n        self.pool = nn.MaxPool2d(2)\n"
        "        self.fc = nn.Linear(2 * «$s:3», num_classes)\n    def forward(self, x):\n"
        "        x = F.relu(self.conv(x))\n        return x.mean(dim=(2, 3))\nmodel = CNN()\n«print(model)|"
        "print(model(torch.ones(2, 1, 8, 8)))|print(model.conv.weight.shape, model.conv.bias.shape)|"
        "print(sum(p.numel() for p in model.parameters()))|print(model(torch.ones(1, 1, 6, 6)).shape)»",
    ),
    "shapes alone": (
        20,
        f"{module('fc2')}model = «$net»()\nx = torch.randn(«4|8|32», 3)\nprint(«model(x).shape|model(x).size()|model|"
        "sum(p.numel() for p in model.parameters())|[tuple(p.shape) for p in model.parameters()]»)",
    ),
    "autograd": (
        20,
        "x = torch.tensor(@f3, requires_grad=True)\ny = («x ** 2|x.exp()|x * torch.tensor(@f3)|torch.log(x ** 2 + 1)»).sum()\n"
        "«g = torch.autograd.grad(y, x)\nprint(g)|(g,) = torch.autograd.grad(y, x, retain_graph=True)\nprint(g)|y.backward()\n"
        "print(x.grad)|g = torch.autograd.grad(y, [x])[0]\nprint(g.norm(), g)|y.backward(retain_graph=True)\ny.backward()\n"
        "print(x.grad)»",
    ),
}
