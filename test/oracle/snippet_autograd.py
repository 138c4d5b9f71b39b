"""Templates: gradients, what requires them and what stops backward()."""

CHAIN = (
    "(x ** 2)|x.exp()|x.log()|(x * 3 + 1)|torch.sigmoid(x)|torch.tanh(x)|x.sqrt()|(1 / x)|torch.relu(x - 1)|x.softmax(0)[:2]|"
    "F.log_softmax(x, dim=0)|x.clamp(0.5, 1.5)|x.abs()|(x * x.detach())|x.log1p()|torch.where(x > 1, x, x * 2)|"
    "x.view(-1, 1)|x.cumsum(0)|x.masked_fill(x > 1, 0.0)|x[1:]|x.flip(0)|x.unsqueeze(0)|F.logsigmoid(x)|x.repeat(2)|"
    "torch.cat([x, x * 2])|torch.stack([x, -x])|x.double()|(x - x.mean()).exp()|x.expand(2, -1)|x.log2()|(x / x.sum())[1:]|"
    "torch.exp(-x)|x[x > 1]|x.sort().values|(2 ** x)|x.pow(3)|(x @ x)|x.gather(0, torch.tensor([0, 0, 1]))|x.log10()"
)
SCALAR = "sum()|mean()|sum()|max()|logsumexp(0).sum()|norm()|prod()|std()|min()|var()|pow(2).mean()"

AUTOGRAD_TEMPLATES = {
    "gradient of a chain": (70, f"""
x = torch.tensor(«@p3|[0.5, 1.0, 2.0]|[1.5, 0.25, 1.0]»«|||, dtype=torch.float64», requires_grad=True)
y = «{CHAIN}»
«z = y.«{SCALAR}»|z = (y * 2).sum()|z = (y ** 2).sum()|z = y.sum() * 0.5|z = torch.«sum|mean»(y)»
z.backward()
print(x.grad)
"""),
    "gradient through two steps": (30, f"""
x = torch.tensor(«[[0.5, 1.0], [2.0, 1.5]]|@p2x2», requires_grad=True)
«h = x @ x.t()|h = x * torch.tensor([1.0, 2.0])|h = x.«exp|log|sqrt|sigmoid|tanh|relu»()|
    h = (x - x.mean(dim=1, keepdim=True)).exp()|h = (x / x.sum(dim=0))[0]|h = x.t().reshape(-1)|
    h = x.softmax(dim=-1) * torch.tensor([1.0, 3.0])|h = x.max(dim=1).values|h = x[:, 0]|h = x[[0, 1], [1, 1]]|
    h = x.permute(1, 0)»
loss = (h «* 2|** 2|+ 1|/ 4|- 0.5»).«sum|mean»()
loss.backward()
print(f"{{loss.item():.4f}}")
print(x.grad«|.shape|.sum(dim=1)»)
"""),
    "gradients of several leaves": (16, """
w = torch.tensor(«@f3|[0.5, -1.0, 2.0]», requires_grad=True)
b = torch.tensor(«0.5|0.0|1.0», requires_grad=True)
x = torch.tensor(@f2x3)
y = «x @ w + b|(x * w).sum(dim=1) + b|x.matmul(w) - b|torch.sigmoid(x @ w + b)»
loss = «((y - 1) ** 2).mean()|y.pow(2).sum()|y.sum()|F.mse_loss(y, torch.zeros(2))|nn.MSELoss()(y, torch.ones(2))»
loss.backward()
print(w.grad, b.grad)
"""),
    "gradients add up": (8, """
x = torch.tensor(«[1.0, 2.0]|3.0», requires_grad=True)
for i in range(«2|3»):
    y = (x ** 2).sum()
    y.backward()
    print(i, x.grad)
«x.grad = None|x.grad.zero_()|x.grad *= 0.5|print(x.grad is None)»
print(x.grad)
"""),
    "backward with a gradient": (12, """
x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
y = «x ** 2|x * 2|x.exp()|x.view(3, 1)»
y.backward(«gradient=torch.ones_like(y)|torch.ones_like(y)|torch.tensor([1.0, 0.5, 0.1])|
    gradient=torch.tensor([0.0, 0.0, 1.0])|torch.ones(2)|1.0|torch.tensor(1.0)»)
print(x.grad)
"""),
    "backward twice": (8, """
x = torch.tensor([1.0, 2.0], requires_grad=True)
loss = «(x ** 2).sum()|x.exp().sum()|(x * 3).sum()|x.log().mean()»
loss.backward(«retain_graph=True||»)
«print(x.grad)
|»loss.backward()
print(x.grad)
"""),
    "backward that stops": (14, """
x = torch.tensor(«[1.0, 2.0, 3.0]|[[0.5, 1.0], [2.0, 4.0]]|2.0»«, requires_grad=True|, requires_grad=True|»)
y = «x * 2|x.sum()|x.mean()|x.detach().sum()|x.argmax().float()|(x > 1).float().sum()|x.log()|
    torch.tensor(x.sum().item())|x.round().sum()»
y.backward()
print(x.grad)
"""),
    "no_grad": (12, """
x = torch.tensor([1.0, 2.0], requires_grad=True)
with torch.no_grad():
    y = «x * 2|x.sum()|x.clone()|x»
    «print(y.requires_grad)|y2 = y + 1|print(torch.is_grad_enabled())|x.mul_(2)|x -= 0.1»
«print(y)|y.sum().backward()|print(x * 2)|print(y.requires_grad, y.grad_fn)|(x * 3).sum().backward()
print(x.grad)»
"""),
    "no_grad as a decorator": (2, """
@torch.no_grad()
def predict(x):
    return x «* 2|+ 1»

x = torch.ones(2, requires_grad=True)
print(predict(x).requires_grad)
print((x * 2).requires_grad)
"""),
    "what requires grad": (34, """
x = torch.tensor(«[1.0, 2.0]|3.0»«, requires_grad=True|»)
y = x«|.detach()|.clone()| * 2|.sum()|.exp()|.long()|.double()|.requires_grad_()|.data|.view(-1)|
    .detach().clone().requires_grad_(True)|.detach().requires_grad_()| > 1|.float()»
print(y.requires_grad, y.is_leaf)
print(«y|y.grad_fn is None|x.grad|y.grad|type(y.grad_fn).__name__|(y + 1).requires_grad|x is y»)
"""),
    "grad_fn in a print": (36, f"""
x = torch.tensor([0.5, 1.0, 2.0], requires_grad=True)
print(«{CHAIN}|x + 1|x - 1|1 - x|x * 2|-x|x.sum()|x.mean()|x.max()|x.prod()|x[0]|x.clone()|x.softmax(-1)|
    x.reshape(3, 1)|x.t()|x.std()|x.norm()|x.logsumexp(0)|x.max(dim=0)|x.max(dim=0).values|x.squeeze()|x.half()|
    x.detach()|x[None]|x.sigmoid()»)
"""),
    "grad of an inner tensor": (6, """
x = torch.tensor([1.0, 2.0], requires_grad=True)
h = x * 2
«h.retain_grad()|»
h.pow(2).sum().backward()
print(h.grad)
print(x.grad)
"""),
    "change of a leaf in place": (12, """
x = torch.tensor([1.0, 2.0], requires_grad=True)
«x += 1|x.add_(1)|x[0] = 5.0|x.zero_()|x *= 2|x.data += 1|x.data.zero_()|x = x + 1|x.relu_()|with torch.no_grad():
    x += 1|y = x.clone()
y[0] = 3.0
y.sum().backward()|x.detach().add_(1)»
print(x«|.sum()|.grad»)
"""),
    "requires_grad of the wrong kind": (10, """
x = torch.«tensor([1, 2, 3]«|, requires_grad=True»)|ones(2, dtype=torch.long)|arange(3)|tensor([True, False])|
    zeros(2, dtype=torch.int32«|, requires_grad=True»)|arange(3., requires_grad=True)»
«x.requires_grad_()|x.requires_grad = True|print(x.float().requires_grad_())»
print(x.requires_grad)
"""),
    "gradient descent": (10, """
w = torch.tensor(«[1.0, -1.0]|0.5|[0.0, 2.0]», requires_grad=True)
lr = «0.1|0.5»
for step in range(«2|3|4»):
    loss = ((w - «1|0.5») ** 2).«sum|mean»()
    loss.backward()
    with torch.no_grad():
        w -= lr * w.grad
    «w.grad.zero_()|w.grad = None|w.grad = torch.zeros_like(w)»
    print(step, «f"{loss.item():.4f}"|round(loss.item(), 3)»)
print(w)
"""),
    "autograd.grad": (5, """
x = torch.tensor([1.0, 2.0], requires_grad=True)
y = (x «** 2|* 3|** 3»).sum()
«g = torch.autograd.grad(y, x)
print(g)|(g,) = torch.autograd.grad(y, x)
print(g, x.grad)|g = torch.autograd.grad(y, [x])[0]
print(g)»
"""),
}
