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
    "pools of one dimension": (26, """
x = torch.tensor(@f«1x2x6|2x5|1x1x7|2x2x4»«, requires_grad=True|»)
y = «F.avg_pool1d(x, 2)|F.max_pool1d(x, 2)|F.avg_pool1d(x, 3, 2, 1)|
    F.avg_pool1d(x, 3, stride=1, padding=1, count_include_pad=False)|F.max_pool1d(x, 3, stride=2, padding=1)|
    F.max_pool1d(x, 2, 1, dilation=2)|F.avg_pool1d(x, 3, ceil_mode=True)|
    F.max_pool1d(x, kernel_size=(2,), stride=(1,))|F.adaptive_avg_pool1d(x, 1)|F.adaptive_avg_pool1d(x, 3)|
    F.adaptive_max_pool1d(x, 2)|nn.MaxPool1d(2)(x)|nn.AvgPool1d(2, padding=1)(x)|nn.AdaptiveAvgPool1d(2)(x)|
    nn.AdaptiveMaxPool1d(1)(x)|torch.max_pool1d(x, 3, 1)|torch.adaptive_avg_pool1d(x, 2)|F.avg_pool1d(x, 8)|
    F.max_pool1d(x, 9)|F.avg_pool1d(x[0, 0], 2)|F.max_pool1d(x, 3, 2, ceil_mode=True)»
print(y)
if y.requires_grad:
    (y * y).sum().backward()
    print(x.grad)
"""),
    "pools of two dimensions": (26, """
x = torch.tensor(@f«1x1x4x4|2x3x4|1x2x3x5|2x1x3x3»«, requires_grad=True|»)
y = «F.avg_pool2d(x, 2)|F.max_pool2d(x, 2)|F.avg_pool2d(x, (2, 1), stride=1)|F.max_pool2d(x, (1, 2), (1, 2))|
    F.avg_pool2d(x, 3, 2, 1)|F.avg_pool2d(x, 3, 1, padding=1, count_include_pad=False)|F.max_pool2d(x, 3, 2, padding=1)|
    F.avg_pool2d(x, 2, divisor_override=3)|F.max_pool2d(x, 2, stride=1, dilation=(1, 2))|
    F.max_pool2d(x, 2, ceil_mode=True)|F.avg_pool2d(x, 2, ceil_mode=True, padding=1)|
    F.adaptive_avg_pool2d(x, 1)|F.adaptive_avg_pool2d(x, (2, 3))|
    F.adaptive_avg_pool2d(x, (None, 2))|F.adaptive_max_pool2d(x, 2)|F.adaptive_max_pool2d(x, (1, 1))|
    nn.MaxPool2d(2, 1)(x)|nn.AvgPool2d(2)(x)|nn.AdaptiveAvgPool2d((1, 1))(x)|nn.AdaptiveMaxPool2d((2, None))(x)|
    torch.max_pool2d(x, 2)|F.avg_pool2d(x, 6)|nn.AdaptiveAvgPool2d(1)(x).flatten(1)»
print(y)
if y.requires_grad:
    (y * y).sum().backward()
    print(x.grad)
"""),
    "layers without weights print": (26, """
m = nn.«MaxPool1d(2)|MaxPool2d(2, 2)|MaxPool2d((2, 1), padding=(1, 0))|AvgPool1d(2)|AvgPool1d(3, 1, 1)|AvgPool2d(2)|
    AvgPool2d((2, 3), stride=1)|AdaptiveAvgPool1d(1)|AdaptiveAvgPool2d((1, 1))|AdaptiveMaxPool2d((None, 2))|
    ZeroPad2d(1)|ZeroPad2d((1, 2, 0, 1))|ConstantPad2d(1, 3)|ConstantPad1d((1, 2), 0.5)|ReflectionPad1d(1)|
    ReplicationPad2d((1, 0, 1, 0))|PixelShuffle(2)|ChannelShuffle(2)|LayerNorm(3, elementwise_affine=False)|
    LayerNorm((2, 3), eps=1e-3, elementwise_affine=False)|MaxPool3d(2)|AvgPool3d(2)|ZeroPad1d(2)|
    AdaptiveAvgPool3d(1)|MaxPool2d(3, stride=2, ceil_mode=True)»
print(m)
"""),
    "padding": (26, """
x = torch.tensor(@f«2x3|1x2x3|1x1x3x3»«, requires_grad=True|»)
y = «F.pad(x, (1, 2))|F.pad(x, (1, 0), value=3.)|F.pad(x, (0, 1, 1, 0), 'constant', -1)|F.pad(x, (-1, 1))|
    F.pad(x, [2, 0, 0, 1])|F.pad(x, (1, 1), mode='reflect')|F.pad(x, (2, 1), mode='replicate')|
    F.pad(x, (1, 1), mode='circular')|F.pad(x, (1, 1, 1, 1), 'reflect')|F.pad(x, (1,))|F.pad(x, (1, 1) * 5)|
    nn.ZeroPad2d(1)(x)|nn.ConstantPad1d((1, 2), 2.5)(x)|nn.ReflectionPad1d(1)(x)|nn.ReplicationPad2d((1, 0, 0, 1))(x)|
    F.pad(input=x, pad=(1, 1), value=float('inf'))|nn.ZeroPad1d(1)(x)|F.pad(x.long(), (1, 1), value=2)»
print(y)
if y.requires_grad and y.isfinite().all():
    (y * y).sum().backward()
    print(x.grad)
"""),
    "channels to pixels": (12, """
x = torch.tensor(@f«1x4x1x2|4x2x1|2x4x1x1»«, requires_grad=True|»)
y = «F.pixel_shuffle(x, 2)|nn.PixelShuffle(2)(x)|F.pixel_shuffle(x, 3)|F.channel_shuffle(x, 2)|nn.ChannelShuffle(2)(x)|
    F.interpolate(x, scale_factor=2)|F.interpolate(x, size=3)|F.interpolate(x, size=(3, 1))»
print(y)
if y.requires_grad:
    (y * y).sum().backward()
    print(x.grad)
"""),
    "norms of layers": (26, """
x = torch.tensor(@f«2x4|2x4x2|1x2x3x2|3x2»«, requires_grad=True|»)
w, b = torch.tensor(@f2), torch.tensor(@f2)
y = «F.layer_norm(x, x.shape[-1:])|F.layer_norm(x, x.shape[1:])|torch.layer_norm(x, x.shape[-1:])|
    F.layer_norm(x, (2,), w, b)|nn.LayerNorm(x.shape[-1], elementwise_affine=False)(x)|
    F.batch_norm(x, w, w.abs() + 0.1)|F.batch_norm(x, w, w.abs() + 0.1, weight=b, bias=w)|
    F.batch_norm(x, None, None, training=True)|
    F.batch_norm(x[:1], None, None, training=True)|F.batch_norm(x, w, w.abs(), eps=0.1)|F.group_norm(x, 2)|
    F.group_norm(x, 1)|torch.group_norm(x, 1)|F.group_norm(x, 1, weight=w, bias=b)|F.instance_norm(x)|
    F.normalize(x, dim=1)|F.normalize(x, p=1, dim=-1)»
print(y)
if y.requires_grad:
    (y ** 3).sum().backward()
    print(x.grad)
"""),
    "convolutions": (26, """
x = (torch.tensor(@i«1x2x5|2x2x4|2x5») - 2.)«.requires_grad_()|»
w = (torch.tensor(@i«2x2x3|4x1x2|1x2x1») - 2.).requires_grad_()
b = torch.tensor([1., -2.], requires_grad=True)
y = F.conv1d(x, w«|, b|, stride=2|, padding=1|, None, 1, 2|, dilation=2|, groups=2|, padding=1, groups=2|, bias=b[:1]|
    , padding=1, stride=2»)
print(y)
(y * y).sum().backward()
print(w.grad, b.grad)
print(x.grad)
"""),
    "convolutions of two dimensions": (20, """
x = (torch.tensor(@i«1x1x3x4|1x2x3x3|2x3x3|2x1x2x3») - 2.).requires_grad_()
w = torch.tensor(@i«1x1x2x2|2x2x2x1|1x2x1x1») - 2.
y = «F.conv2d(x, w)|F.conv2d(x, w, torch.tensor(@f1))|F.conv2d(x, w, stride=2)|F.conv2d(x, w, padding=(1, 0))|
    torch.conv2d(x, w, padding=1)|F.conv2d(x, w, None, (1, 2), 1, 1)|F.conv2d(x, w, dilation=(1, 2))»
print(y)
(y * y).sum().backward()
print(x.grad)
"""),
    "norms without weights": (16, """
x = torch.tensor(@f«2x4x3|2x4|1x2x2x2|1x4x2x2», requires_grad=True)
m = nn.«InstanceNorm1d(4)|InstanceNorm2d(2)|InstanceNorm1d(4, eps=0.1)|GroupNorm(2, 4, affine=False)|
    GroupNorm(1, 2, affine=False)|LayerNorm(x.shape[-1], elementwise_affine=False)|GroupNorm(2, 3, affine=False)|
    InstanceNorm2d(4, affine=False)»
print(m)
y = m(x)
print(y)
(y ** 3).sum().backward()
print(x.grad)
"""),
    "pixels to channels": (8, """
x = torch.tensor(@f«1x1x2x4|2x2x2|1x2x2x3», requires_grad=True)
y = «F.pixel_unshuffle(x, 2)|nn.PixelUnshuffle(2)(x)|torch.pixel_unshuffle(x, 1)»
print(y)
(y * y).sum().backward()
print(x.grad)
"""),
}
