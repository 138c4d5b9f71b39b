"""Templates: constructors, dtypes, arithmetic and what a tensor knows of itself."""

DTYPES = "«torch.float32|torch.float64|torch.float16|torch.bfloat16|torch.int64|torch.int32|torch.uint8|torch.bool»"

TENSOR_TEMPLATES = {
    "constructor of a literal": (14, """
x = torch.«tensor(«@f2x3|@f4|@i2x2|@b3|@f|@i|True|@f1x2x2|[]|[[], []]|@f3x1»)|FloatTensor(«@f2x3|@i3|@f3|[]»)|
    LongTensor(«@i3|@i2x2»)|DoubleTensor(@f2x2)|IntTensor(@i3)|BoolTensor(@b3)|as_tensor(«@f2x2|@i3|3|2.5»)»
print(x)
print(x.dtype, x.shape)
"""),
    "constructor with a dtype": (14, f"""
x = torch.tensor(«@i2x3|@f3|@b3|@p2x2», dtype=«{DTYPES}|torch.long|torch.float|torch.double|torch.half|torch.int»)
print(x«|.sum()|.shape|.dtype|[0]»)
print(x)
"""),
    "constructor of a constant": (18, f"""
x = torch.«zeros|ones»(«2, 3|(2, 3)|[2, 2]|3|()|2, 0|1, 2, 2»«|, dtype={DTYPES}|, requires_grad=True»)
y = torch.«zeros_like|ones_like»(x«|, dtype=torch.int64|, dtype=torch.float64»)
print(x)
print(y)
"""),
    "constructor with a fill": (8, """
x = torch.full(«(2, 3)|(3,)|()|[2, 2]», «0.5|1|-1.0|True|float('inf')|float('nan')|1e-5»«|, dtype=torch.float64|
    , dtype=torch.long»)
print(x, x.dtype)
print(torch.full_like(x, «2|0.5|7»))
"""),
    "eye": (5, "\nprint(torch.eye(«2|3|2, 3|3, dtype=torch.long|4, dtype=torch.bool»))\n"),
    "arange and linspace": (14, """
x = torch.«arange(«5|1, 6|0, 10, 2|0.0, 1.0, 0.25|3, 0, -1|6.0|1, 2, 0.3|4, dtype=torch.float32|0»)|
    linspace(«0, 1, 5|-1, 1, 3|1, 10, 4|0, 1, 1|0., 2., steps=5»)»
print(x)
print(x.dtype, len(x))
"""),
    "one_hot": (8, """
labels = torch.tensor(«@y3u3|@y4u4|[[0, 1], [2, 0]]|2»)
print(F.one_hot(labels«|, num_classes=«4|5|2»|, 4»)«|.float()|.shape|.sum(dim=0)|.float().sum()»)
"""),
    "cat and stack": (14, """
a = torch.tensor(@f2x2)
b = torch.tensor(«@f2x2|@f1x2|@i2x2»)
print(torch.«cat|stack|concat|vstack|hstack»((a, b)«|, dim=«0|1|-1»»))
"""),
    "cat of many": (6, """
parts = [torch.«full((2,), float(i))|arange(i + 1)|ones(1, i + 1) * i» for i in range(3)]
x = torch.cat(parts«|, dim=0|, dim=-1|, 1»)
print(x)
print(x.shape, x.dtype)
"""),
    "numpy": (10, """
a = np.array(«@f2x3|@i2x3|@f3|@i4»«|, dtype=np.float32|, dtype=np.float64»)
x = torch.«from_numpy|tensor|as_tensor»(a)
print(x.dtype, x.shape)
print(x«|.sum()|.float()|.mean(dim=0) if x.is_floating_point() else x»)
"""),
    "numpy arithmetic": (12, """
p = np.array(«@p3|@p2x3|@q3»)
print(np.«log(p)|exp(p)|sqrt(p)|abs(-p)|sum(p)|mean(p)|max(p)|argmax(p)|sum(p, axis=0)|clip(p, 0.5, 1.5)|
    round(p, 1)»«|.shape|»)
print(p.shape, p.dtype, p.ndim)
"""),
    "numpy of a tensor": (8, """
x = torch.tensor(«@f3|@i2x2|@f2x2|@f»«|, dtype=torch.float64|, requires_grad=True»)
a = x«.detach()|.detach().cpu()|.clone()|».numpy()
print(a)
print(a.shape, a.dtype)
"""),
    "cross entropy in numpy": (4, """
probs = np.array(@q2x3)
labels = np.array(@y2u3)
loss = -np.log(probs[np.arange(2), labels] + 1e-12).mean()
print(«round(loss, 4)|f"{loss:.4f}"|"loss: %.4f" % loss»)
"""),
    "arithmetic of tensors": (24, """
a = torch.tensor(«@p2x3|@p3|@i2x3|@p2x1»«|, dtype=torch.float64»)
b = torch.tensor(«@p3|@p2x3|@p|@p1x3|[1, 2, 4]»)
print(a «+|-|*|/|**|//|%» b)
print((a «+|-|*» b)«.shape|.dtype|.sum()»)
"""),
    "arithmetic with a number": (24, """
x = torch.tensor(«@f4|@i4|@p2x2|@b3»«|, dtype=torch.float64»)
y = «x + 1|x * 2.5|1 - x|x / 2|2 / (x + 10)|x ** 2|x // 2|x % 3|-x|10 - x * 2|(x + 1) ** 0.5|x * True|1.0 + x|
    2 ** x»
print(y)
print(y.dtype)
"""),
    "promotion of dtypes": (40, f"""
a = torch.tensor(«[1, 0, 3]|[1.5, 2.0, 0.5]», dtype={DTYPES})
b = torch.tensor(«[2, 1, 1]|2|0.5|True|[0.5, 1.5, 2.5]»«|, dtype=«{DTYPES}»»)
c = a «+|*|/|+|*» b
print(c, c.dtype)
"""),
    "promotion with a scalar": (24, f"""
x = torch.tensor([1, 2, 3], dtype=«{DTYPES}»)
print((x «+|*|/|-|//|%|**» «2|0.5|True|1.5|3»).dtype)
print(x «+|*» «2|0.5|1»)
"""),
    "functions of dtypes": (20, f"""
x = torch.tensor([1, 2, 3], dtype=«{DTYPES}»)
y = «x.sum()|x.exp()|torch.log(x)|x.mean()|x.prod()|x.max()|x.cumsum(0)|torch.sqrt(x)|x.abs()|torch.sigmoid(x)|-x|
    x.softmax(0)|x == 2»
print(y)
print(y.dtype)
"""),
    "elementwise function": (50, """
x = torch.tensor(«@p4|@p2x3|@f4|@f2x2|[0.0, 1.0, 2.0]|@i3|[-1.0, 0.0, 1.0]»)
y = «torch.«exp|log|sqrt|abs|sigmoid|tanh|relu|log1p|log2|log10|neg|square|sign|floor|ceil|round|reciprocal|expm1|
    isnan|isfinite|isinf»(x)|x.«exp|log|sqrt|abs|sigmoid|tanh|relu|log1p|log2|log10|neg|square|exp().log»()|F.«relu|
    logsigmoid|sigmoid|tanh|softplus|leaky_relu|gelu»(x)»
print(y)
"""),
    "clamp and pow": (14, """
x = torch.tensor(«@f4|@f2x2|@i4»)
print(«x.clamp(min=0)|x.clamp(0.5, 1.5)|x.clamp(max=1.0)|x.clip(0, 1)|torch.clamp(x, min=-1, max=1)|
    torch.clamp(x, 0.1)|x.pow(2)|torch.pow(x, 3)|torch.pow(2, x)|x.abs().pow(0.5)|torch.clamp(x, min=1e-7)|
    x.clamp_min(0)|torch.maximum(x, torch.zeros_like(x))|torch.minimum(x, torch.ones_like(x))»)
"""),
    "comparison": (18, """
a = torch.tensor(«[1.0, 2.0, 3.0]|[1, 2, 3]»)
b = torch.tensor(«[3.0, 2.0, 1.0]|[2]|2.0»)
print(«a == b|a != b|a > b|a < 2|a >= b|a <= 2.5|torch.eq(a, b)|a.ne(b)|a.gt(1)|torch.lt(a, b)|a.ge(b)|a.le(2)|
    (a > 1) & (a < 3)|~(a > 1)|(a == 1) ^ (a == 3)|torch.equal(a, b)|torch.allclose(a, b)|(a > b).any()|
    (a == a).all()|(a > 1).sum()|(a > 1).float().mean()|torch.logical_and(a > 1, a < 3)|torch.isclose(a, b)»)
"""),
    "what a tensor knows": (30, """
x = torch.tensor(«@f2x3|@i3|@f|@p2x1x2»«|, requires_grad=True»)
print(x.«shape|size()|size(0)|size(-1)|dim()|ndim|numel()|dtype|requires_grad|grad|is_leaf|grad_fn|device|shape[0]|
    shape[-1]|nelement()|is_floating_point()|T.shape|element_size()|size(1)|shape[1:]»)
print(«len(x)|x.dtype == torch.float32|x.shape == (2, 3)|x.shape == torch.Size([3])|isinstance(x, torch.Tensor)|
    list(x.shape)|tuple(x.shape)|type(x)|len(x.shape)|x.is_leaf, x.requires_grad»)
"""),
    "cast": (36, f"""
x = torch.tensor(«[0.9, -1.7, 2.5, 0.0]|[0, 1, 2, 3]|[True, False]|[300.0, 1.0]|[0.1, 0.2]»)
y = x.«float()|long()|double()|half()|int()|bool()|bfloat16()|short()|to(«{DTYPES}»)|type(torch.LongTensor)|
    type(torch.FloatTensor)|type(torch.float64)|type_as(torch.tensor(1.0))|type_as(torch.tensor([1]))|to('cpu')|
    to(dtype=torch.float64)|to(torch.device('cpu'))|byte()|type()|to(torch.tensor([1.0]))»
print(y)
"""),
    "items": (14, """
x = torch.tensor(«[1.5, 2.25]|[[1, 2], [3, 4]]|2.5|7|[True]|[0.5]»«|, dtype=torch.float64»)
print(x.«tolist()|item()|sum().item()|max().item()|numpy().tolist()|tolist()[0]|detach().cpu().tolist()|
    mean().item()»)
"""),
    "special values": (12, """
x = torch.tensor([0.0, 1.0, float('inf'), «float('nan')|-float('inf')|-1.0|math.inf|math.nan|torch.inf|np.nan|1e-10|
    1e10»])
print(«torch.log(x)|x.exp()|x / 0|x * 0|x.sum()|x.max()|torch.isnan(x)|torch.isfinite(x)|x.softmax(0)|
    torch.nan_to_num(x, nan=0.0)|x == x|x.sqrt()|torch.isinf(x)|1 / x|x»)
"""),
    "how numbers are printed": (34, """
x = torch.tensor(«[1e-5, 1.0]|[1e8, 1.0]|[1000.5, 0.001]|[1.0, 2.0]|[100000.0]|[0.1234567, 12.5]|[1e-3, 2e-3]|
    [12345.678, 1.5]|[-0.0, 1.0]|[1e4, 1e-4]|[99999.0, 0.5]|[1e20]|[[1.0, -2.0], [30.0, 400.5]]|[123456789, 1]|
    [[True], [False]]|1e-10|3.0|-1.25|[]|[[1.0, 2.0]]|[0.5, float('inf')]|[1, -100]|[1e-4]|[1e-5, 2e-5]|1234567.0|
    [0.03125, 0.09375]|[0.28125, 1.0]|0.46875»«||, dtype=torch.float64|, dtype=torch.float16|, requires_grad=True»)
print(x)
"""),
    "long tensors are printed in rows": (6, """
x = torch.arange(«24|30.|60, dtype=torch.float32|1200|40.»)«| / 8|.reshape(2, -1)|* 0.5»
print(x)
"""),
    "many slices are printed apart": (5, """
x = torch.«arange(12.).reshape(2, 2, 3)|zeros(2, 1, 2, 2)|ones(3, 2, 2, dtype=torch.long)|arange(8).view(2, 2, 2)|
    eye(2).expand(2, 2, 2)»
print(x«|[0]|, x.shape»)
"""),
}
