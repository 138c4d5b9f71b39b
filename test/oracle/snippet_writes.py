"""Templates: writes into tensors, by indices, in place and into views, with what autograd makes of them."""

BY_INDEX = (
    "index_fill_(1, torch.tensor([0, -1]), 2.5)|index_add_(1, torch.tensor([0, 0]), torch.ones(2, 2))|"
    "index_copy_(1, torch.tensor([2, 0]), torch.tensor([[1., 2.], [3., 4.]]))|scatter_(1, torch.tensor([[0], [2]]), 5)|"
    "scatter_(1, torch.tensor([[0], [2]]), 5.5)|scatter_(1, torch.tensor([[0], [3]]), 5.5)|"
    "scatter_(1, torch.tensor([0, 2]), 5.5)|scatter_(1, torch.tensor([[0], [1]], dtype=torch.int32), 5.5)|"
    "scatter_(0, torch.tensor([[0, 1, 0]]), torch.tensor([[7., 8., 9.]]))|scatter_(1, torch.tensor([[0]]), value=2)|"
    "scatter_(1, torch.tensor([[0, 0], [1, 1]]), torch.ones(2, 3))|"
    "scatter_add_(1, torch.tensor([[0, 0, 1], [2, 2, 2]]), torch.ones(2, 3))|"
    "masked_scatter_(x > 0, torch.tensor([10., 20., 30., 40.]))|fill_diagonal_(0)|"
    "index_put_((torch.tensor([0, 1]), torch.tensor([2, 0])), torch.tensor([1., 2.]))"
)
WHOLE = (
    "zero_()|fill_(3)|fill_(torch.tensor(2.))|copy_(torch.tensor([1, 2, 3]))|copy_(torch.ones(2, 1))|t_()|"
    "unsqueeze_(0).squeeze_(0)|transpose_(0, 1)|unsqueeze_(1)|fill_(1).add_(1)"
)
PARTS = (
    "x[0].fill_(7)|x[:, 1].zero_()|x.t().fill_(2)|x[:, 0].copy_(torch.tensor([8., 9.]))|x.view(-1).fill_(1)|"
    "x[0], x[1] = x[1], x[0]|x.numpy().fill(2)|x[:, 1:].neg_()"
)
FOLLOWED = (
    "h.zero_()|h.fill_(1)|h.copy_(torch.zeros(2, 3))|h.copy_(h.flip(1))|h[0] = 0|h[:, 1] = 0|h[h > 2] = 0|h[[0, 1]] = 0|"
    "h[0] = torch.tensor([1., 2., 3.])|h[:, 0] = torch.tensor(5.)|h.index_fill_(1, torch.tensor([0]), 9.)|"
    "h.scatter_(1, torch.tensor([[0], [1]]), 9.)|h.masked_fill_(h > 2, 0)|h.masked_scatter_(h > 2, torch.zeros(6))|"
    "h.index_add_(0, torch.tensor([0]), torch.ones(1, 3))|h.index_copy_(0, torch.tensor([0]), torch.ones(1, 3))|"
    "h.scatter_add_(1, torch.tensor([[0], [1]]), torch.ones(2, 1))|h[0] = x[1] * 2|h[h > 2] = x[0, 0]|h[...] = x * x|"
    "h.copy_(x * x)|y = h + 1\nh.mul_(2)\nh = h + y|y = h.clone()\nh[0] = 0\nh = h * y|h.retain_grad()\nh = h * 2"
)
LEAF = (
    "x[0] = 1|x[x > 1] = 1|x[:, [0]] = 1|x[0:1, [0]] = 1|x[...] = 1|x[:] = 1|x[0, torch.tensor([0])] = 1|x.copy_(x)|"
    "x.zero_()|x.t_()|x.unsqueeze_(0)|x.index_fill_(0, torch.tensor([0]), 1.)|x.detach_()"
)

CHOICES = (
    "x.roll(1, 0)|x.roll(-1, 1)|torch.roll(x, 2)|x.index_select(1, torch.tensor([2, 0]))|x.masked_select(x > 2)|"
    "x.narrow(1, 0, 2)|x.narrow(1, -1, 1)|x.select(0, 1)|x.select(1, -1)|x.movedim(0, 1)|x.unflatten(1, (3, 1))|"
    "x.repeat_interleave(2, dim=0)|x.repeat_interleave(2)|x.repeat_interleave(torch.tensor([1, 2]), dim=0)|x.diagonal()|"
    "torch.add(x, 1, alpha=2)|torch.sub(x, x * x, alpha=0.5)|x.lerp(torch.zeros(2, 3), 0.25)|x.addcmul(x, x, value=0.5)|"
    "F.normalize(x, dim=1)|F.hardtanh(x)|F.relu6(x)|F.selu(x)|F.mish(x)|F.hardswish(x)|F.hardsigmoid(x)|x.tile(2, 1)|"
    "x.take(torch.tensor([0, 4]))|nn.Hardtanh()(x)|nn.ReLU6()(x)|nn.SELU()(x)|torch.special.log_softmax(x, 1)"
)
INTO = (
    "torch.mul(x, 2, out=x)|torch.exp(x, out=x)|torch.softmax(x, 1, out=x)|torch.clamp(x, -1, 1, out=x)|torch.relu_(x)|"
    "F.relu_(x)|F.leaky_relu(x, 0.1, inplace=True)|x.add_(1, alpha=0.5)|x.lerp_(torch.zeros(2, 3), 0.5)|"
    "np.clip(x.detach().numpy(), -1, 1, out=x.detach().numpy())|torch.argmax(x, dim=1, out=torch.zeros(2, dtype=torch.long))"
)

WRITE_TEMPLATES = {
    "write by indices": (15, f"""
x = torch.tensor([[1., -2., 3.], [4., 5., -6.]])
x.«{BY_INDEX}»
print(x)
"""),
    "write into a whole tensor": (10, f"""
x = torch.tensor([[1., -2., 3.], [4., 5., -6.]])
x.«{WHOLE}»
print(x)
print(x.shape, x.is_contiguous())
"""),
    "write into a part": (8, f"""
x = torch.tensor([[1., -2., 3.], [4., 5., -6.]])
«{PARTS}»
print(x)
"""),
    "write that autograd follows": (24, f"""
x = torch.tensor([[1., 2., 3.], [4., 5., 6.]], requires_grad=True)
h = x * 1
«{FOLLOWED}»
print(h)
(h * torch.tensor([[1., 2., 3.], [4., 5., 6.]])).sum().backward()
print(x.grad)
"""),
    "write into a leaf": (13, f"""
x = torch.tensor([[1., 2., 3.], [4., 5., 6.]], requires_grad=True)
«{LEAF}»
print(x)
"""),
    "write of what autograd follows": (3, """
x = torch.tensor([[1., 2., 3.], [4., 5., 6.]], requires_grad=True)
z = torch.zeros(2, 3)
«z[0] = x[1]|z[:, 0] = x.sum(1)|z.copy_(x)»
print(z)
z.sum().backward()
print(x.grad)
"""),
    "choice of elements": (32, f"""
x = torch.tensor([[1., -2., 3.], [4., 5., -6.]], requires_grad=True)
r = «{CHOICES}»
print(r)
(r * 2).sum().backward()
print(x.grad)
"""),
    "result written into a tensor": (22, f"""
x = torch.tensor([[1., -2., 3.], [4., 5., -6.]]«|, requires_grad=True»)
«{INTO}»
print(x)
"""),
    "places and values": (5, """
x = torch.tensor([[1., -2., 3.], [4., 5., -6.]])
print(«(x > 0).nonzero()|torch.nonzero(x > 0, as_tuple=True)|x.unique()|torch.argwhere(x > 0)|
    torch.unique(torch.tensor([2, 1, 2]))»)
"""),
    "derivatives": (4, """
x = torch.tensor([1., 2.], requires_grad=True)
y = torch.ones(2, requires_grad=True)
print(torch.autograd.grad((x * x).sum(), «x|y|[x]|[x, y], allow_unused=True»))
print(x.grad)
"""),
    "format of a size": (4, """
x = torch.zeros(2, 3)
print("«{} {:.2f}|{:>5} {}|{!r:>30} {}|{0} {1:.1f}»".format(x.shape, 1.5))
"""),
    "data of another tensor": (11, """
x = torch.tensor([[1., -2., 3.], [4., 5., -6.]]«, requires_grad=True|»)
v = x
«x.data = torch.zeros(2, 3)|y = torch.ones(2, 3)
x.data = y
x.data.add_(1)
print(y)|x.data = x.data * 2|x.data = torch.zeros(4)|h = x * 1
h.data = torch.zeros(2, 3)
print(h)|x.data -= 0.5 * x»
print(x)
print(v.shape)
"""),
    "write into what is read": (12, """
x = torch.arange(12.).view(4, 3)
«x[1:] = x[:-1]|x[1:] += x[:-1]|x.copy_(x)|x[1:].add_(x[:-1])|x[[0, 1]] = x[[1, 0]]|torch.add(x[:-1], 1, out=x[1:])|
    x[:2] = x[:2] + 1|x[0], x[1] = x[1], x[0]|x[:, 0] = x[:, 1]|x -= x[0]|x[:, 1:] = x[:, :-1]|
    x[torch.tensor([0])] = x[1:2]»
print(x)
"""),
    "inference_mode": (8, """
with torch.inference_mode():
    y = torch.ones(2) * 2
«y[0] = 1|y += 1|y.requires_grad_()|y = y * 2
y += 1|y[0].zero_()|with torch.no_grad():
    y.add_(1)|with torch.inference_mode():
    y.add_(1)|y = y.clone()
y += 1»
print(y)
"""),
}
