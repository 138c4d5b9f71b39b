"""Templates of what stands between the layers of networks: activations, products, embeddings, norms and pools."""

LAYER_TEMPLATES = {
    "composed activations": (24, """
x = torch.tensor(@f2x4, requires_grad=True)
y = «F.softsign(x)|F.tanhshrink(x)|F.glu(x)|F.glu(x, dim=0)|F.glu(x, 0)|nn.GLU()(x)|nn.GLU(dim=0)(x)|nn.Softsign()(x)|
    nn.Tanhshrink()(x)|F.prelu(x, torch.tensor(0.25))|F.prelu(x, torch.tensor([0.1, 0.2, 0.3, 0.4]))|
    F.prelu(x, torch.tensor([0.5]))|torch.prelu(x, torch.tensor([0.5]))|torch.special.expit(x)|F.gelu(x)|
    F.gelu(x, approximate='tanh')|F.celu(x, 0.5)|F.hardshrink(x)|F.softshrink(x, 0.3)|F.threshold(x, 0.5, -1.)|
    torch.erf(x)|nn.GELU()(x)|nn.CELU()(x)|nn.Softshrink()(x)»
print(y)
(y * y).sum().backward()
print(x.grad)
"""),
    "modules without weights print": (16, """
m = nn.«GELU()|GELU('tanh')|CELU(2)|GLU()|GLU(1)|Softsign()|Tanhshrink()|Softmax2d()|Hardshrink()|Softshrink(0.1)|
    Threshold(1, 2)|Threshold(threshold=0.5, value=1.)|CELU(inplace=True)|Hardshrink(lambd=1)»
print(m)
print(m(torch.tensor([[[@f]], [[@f]]])))
"""),
    "activations refuse": (12, """
x = torch.tensor(@«i2x3|f2x3|b3»)
print(«F.gelu(x)|F.celu(x)|F.glu(x)|F.softsign(x)|F.tanhshrink(x)|F.hardshrink(x)|F.threshold(x, 1, 2)|F.softshrink(x)|
    F.prelu(x, torch.tensor([.1, .2]))|F.prelu(x, torch.ones(3).double())|nn.Softmax2d()(x)|F.gelu(x, approximate='x')|
    F.celu(x, 0.)|F.elu(x)»)
"""),
    "products of matrices": (20, """
a = torch.tensor(@f2x3«|, requires_grad=True»)
b = torch.tensor(@f3x2, requires_grad=True)
v = torch.tensor(@f3)
y = «torch.mm(a, b)|a.mm(b)|torch.mv(a, v)|a.mv(v)|torch.addmm(torch.ones(2), a, b)|
    torch.addmm(torch.ones(2, 2), a, b, beta=0.5, alpha=2)|torch.sparse.mm(a, b)|torch.spmm(a, b)|F.linear(a, b.t())|
    F.linear(a, b.t(), torch.tensor(@f2))|F.linear(v, b.t(), torch.tensor(@f2))|torch.ones(1).addmm(a, b)|
    F.linear(a[None], b.t(), torch.tensor(@f2))|a @ v»
print(«y|y.shape|(y, y.grad_fn)»)
if y.requires_grad:
    (y * y).sum().backward()
    print(b.grad, a.grad)
"""),
    "products refuse": (12, """
a = torch.tensor(@«f2x3|i2x3|f3»)
b = torch.tensor(@«f2x3|i3x2|f3|f3x2»)
print(«torch.mm(a, b)|torch.mv(a, b)|torch.addmm(torch.ones(3), a, b)|torch.addmm(torch.ones(2), a, b)|a.mv(b)|a @ b»)
"""),
    "reductions around nan": (20, """
x = torch.tensor(@f2x3, requires_grad=True)
m = torch.tensor([[True, False, False], [False, False, True]])
y = torch.where(«m|m & False|m | True», torch.tensor(«float('nan')|float('inf')»), x)
z = «y.nansum()|y.nansum(1)|torch.nansum(y, dim=0, keepdim=True)|y.nanmean()|torch.nanmean(y, 1)|y.nan_to_num()|
    torch.nan_to_num(y, nan=1.)|y.nan_to_num(0.5, posinf=2., neginf=-2)|y.median()|torch.median(y)|y.median(dim=1)[0]|
    y.median(1, keepdim=True).values»
print(z)
z.sum().backward()
print(x.grad)
"""),
    "medians": (10, """
x = torch.tensor(«[3., 1., 2.]|[[4., 1., 2.], [0.5, 7., 6.]]|[[3, 1, 2], [6, 4, 5]]|[5., 1., 4., 2.]»)
print(«x.median()|x.median(-1)|x.median(dim=0)|torch.median(x)|torch.median(x, 0, keepdim=True)|x.median(-1).indices»)
"""),
    "norms": (24, """
x = torch.tensor(@f2x3, requires_grad=True)
y = «x.norm()|x.norm(1)|x.norm(p=1, dim=1)|x.norm(float('inf'))|x.norm(0, dim=1)|x.norm(p=3, dim=0, keepdim=True)|
    torch.norm(x)|torch.norm(x, p='fro')|torch.norm(x, 2, -1)|torch.linalg.norm(x)|torch.linalg.norm(x, dim=1)|
    torch.linalg.norm(x, ord=1, dim=1, keepdim=True)|torch.linalg.vector_norm(x)|torch.linalg.vector_norm(x, 3)|
    torch.linalg.vector_norm(x, ord=1, dim=0)|x.norm(float('-inf'), 1)|x.norm(0.5)»
print(y)
y.sum().backward()
print(x.grad)
"""),
    "taking along a dimension": (14, """
x = torch.tensor(@f2x3, requires_grad=True)
i = «x.argsort(1)|torch.tensor([[0], [2]])|torch.tensor([[1, 0, 1], [0, 0, 1]])|torch.tensor([[1, 1, 0]])»
y = «torch.take_along_dim(x, i, 1)|x.take_along_dim(i, dim=-1)|torch.take_along_dim(x, i % 2, 0)|
    torch.take_along_dim(x, i)|x.take_along_dim(i.float(), 1)|x.take_along_dim(i[0], 1)»
print(y)
y.sum().backward()
print(x.grad)
"""),
    "embeddings": (16, """
w = torch.tensor(@f4x2«, requires_grad=True|»)
i = torch.tensor(«[0, 2, 2]|[[1, 3], [0, 1]]|2|[0, 4]|[-1]|[1., 2.]»)
y = F.embedding(«i, w|i, w, padding_idx=2|i.int(), w|input=i, weight=w|i, w, -1|i, w, padding_idx=7|i, w[0]»)
print(y)
if y.requires_grad:
    y.pow(2).sum().backward()
    print(w.grad)
"""),
}
