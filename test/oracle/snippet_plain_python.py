"""Templates: Python around tensors: loops, functions, containers, texts, and what print() makes of them."""

PYTHON_TEMPLATES = {
    "print of several things": (16, """
x = torch.tensor(«@f2|@f2x2|@i2|2.5»)
print(«"x:", x|x, x.shape, sep="\\n"|x.shape, x.dtype, sep=" ; "|"a", 1, 2.5, None, True|x, end="\\n\\n"|
    "sum =", x.sum().item() > 0|"a", "b", sep=""|(x, 1)|[x, x + 1]|{"x": x, "n": 3}|f"{x}"|str(x)|repr(x)|
    "shape: " + str(x.shape)|x.dtype|[x.shape, list(x.shape)]|x.size(), x.dim()|())
print("done"»)
"""),
    "format of a number": (34, """
loss = «torch.tensor(0.40705)|1.25|torch.tensor(2.5)|0.3333|torch.tensor([0.75, 0.5]).mean()|12345.678|7|
    torch.tensor(3)»
print(«f"{loss:.4f}"|f"loss: {loss:.2f}"|f"{loss:8.3f};"|"%.3f" % loss|"loss %.2f at %d" % (loss, 3)|
    "{:.4f}".format(loss)|"{0:.2f} {1}".format(loss, "a")|f"{loss:.3e}"|f"{loss:>10.2f}"|f"{loss:<8.1f};"|
    f"{float(loss):.1f}"|f"{loss=:.2f}"|f"{loss:g}"|f"{loss!s:.3}"|f"{float(loss):,.2f}"|f"{loss:+.1f}"|
    f"{float(loss):.1%}"|"{l:.2f}".format(l=loss)|"%s" % "a", round(float(loss), 2)|f"{loss:010.3f}"|
    f"{int(loss):03d}"|f"{loss:.0f}"|f"{int(loss):5d}"»)
"""),
    "f-strings": (18, """
x = torch.tensor(«[1.0, 2.5]|[[1, 2], [3, 4]]|0.5»)
name, n = «"logits"|'it"s'», «3|0.1|1e-7|1e16»
print(«f"{name}: {x}"|f"{name!r} {n}"|f"{x.shape=}"|f"{n=}"|f"{x=}"|f"{n:>8}{name:<8}"|f"{name:^11}"|f"{{}} {n}"|
    f"{x.shape[0] if x.dim() else 'scalar'}"|f"{x.sum().item()}"|f"{tuple(x.shape)} {x.dtype}"|f"{n + 1}"|
    f"{[i * 2 for i in range(3)]}"|f"{name.upper()}"|f"a\\tb\\n{n}"|f"{x.tolist()}"|
    f"{x.dim():3d} {x.numel():<4}."»)
"""),
    "loop": (16, """
x = torch.tensor(@f3x2)
«for row in x:
    print(row«|.sum()|.max().item() > 0|.shape»)|for i in range(«3|0, 3, 2|2, -1, -1»):
    print(i, x[i, «0|1»])|for i, row in enumerate(x«|, start=1»):
    print(i, row.argmax().item())|total = 0
for value in x«[0]|.flatten()|[:, 1]»:
    total += value
print(total)|for a, b in zip(x[0], x«[1]|[2]|[0].tolist()»):
    print(a * b«|, a > b»)|for name, value in [("a", 1), ("b", 2.5)]:
    print(name, x[0] * value)|i = 0
while i < 3:
    i += 1
    if i == 2:
        «continue|break»
    print(i)|for v in x[0].tolist():
    print(f"{v:.2f}")|for dim in (0, 1, -1):
    print(dim, x.sum(dim=dim).shape)|for temperature in [0.5, 1.0, 2.0]:
    print(temperature, (x[0] / temperature).softmax(0))|for k, v in {"sum": x.sum(), "max": x.max()}.items():
    print(f"{k}: {v:.3f}")»
"""),
    "choice of a branch": (8, """
x = torch.tensor(«@f|@f3|@i|[1.0, 2.0, 3.0]»)
if x.«sum() > 0|max() > 1|dim() == 0|numel() == 3|dtype == torch.float32|mean() > 0.5|requires_grad|any()»:
    print("first", x«|.sum()»)
elif x.dim() == 1 and x.shape[0] == 3:
    print("second")
else:
    print("third"«|, not x.is_leaf»)
"""),
    "function": (18, """
«def softmax(x, dim=-1):
    e = torch.exp(x - x.max(dim=dim, keepdim=True)[0])
    return e / e.sum(dim=dim, keepdim=True)

print(softmax(torch.tensor(@f2x3)«|, dim=0|, 1»))|def accuracy(logits, labels):
    '''Share of right answers.'''
    return (logits.argmax(1) == labels).float().mean()«.item()|»

print(accuracy(torch.tensor(@f4x2), torch.tensor(@y4u2)))|def nll(log_probs, target, weight=None«|
    , reduction="mean"»):
    loss = -log_probs[range(len(target)), target]
    if weight is not None:
        loss = loss * weight[target]
    return loss.mean()

log_probs = torch.tensor(@f2x3).log_softmax(1)
print(nll(log_probs, torch.tensor(@y2u3)«|, weight=torch.tensor([1.0, 2.0, 3.0])»))|def stats(x):
    return x.min().item() < x.max().item(), x.shape

ordered, shape = stats(torch.tensor(@f3))
print(ordered, shape)|square = lambda x: x ** 2
print(square(torch.tensor(@i3)), square(3))|def scale(*xs, by=2):
    return [x * by for x in xs]

print(scale(torch.ones(2), 3, by=«0.5|3»))|def f(x):
    def g(y):
        return y + x
    return g(x) * 2

print(f(torch.tensor(@f2)))|def log_it(name: str, x: torch.Tensor) -> None:
    print(f"{name}: {tuple(x.shape)}")

print(log_it("x", torch.zeros(2, «3|0»)))|def fact(n):
    return 1 if n <= 1 else n * fact(n - 1)

print(fact(«5|10|20»), torch.tensor(fact(4)))»
"""),
    "comprehension and builtins": (34, """
x = torch.tensor(«@f3|@i4|[3.0, 1.0, 2.0]»)
values = x.tolist()
print(«[v * 2 for v in values]|[round(v, 1) for v in values if v > 0]|len(x), len(values)|sum([1, 2, 3]), sum(x)|
    max(values) == x.max().item()|max(1, 2.5), min([3, 1, 2])|list(range(2, 8, 3))|[int(v) for v in x]|
    sorted(values) == x.sort()[0].tolist()|{i: v > 1 for i, v in enumerate(values)}|float(x[0]) > 0, int(x[1])|
    list(zip([1, 2], "ab"))|all(v > 0 for v in values), any(v > 1 for v in values)|
    abs(-2.5), pow(2, 3), divmod(7, 2)|round(2.567, 2), round(2.5), round(3.7)|str(3) + "a", int("7"), float("1.5")|
    list(map(lambda v: v > 1, values))|type(3).__name__, isinstance(x, torch.Tensor)|tuple(range(3)), list("abc")|
    list(reversed([1, 2, 3]))|[[i * j for j in range(3)] for i in range(2)]|sum(i ** 2 for i in range(4)) / 4|
    bool(x[0] > 1), bool([]), bool("a")|list(x.shape), tuple(x.shape)|{len(w) for w in ["a", "bb"]}|
    len("abc"), "abc"[1], "abc"[::-1]|[*range(3), 9]|list(x)|dict(a=1, b=2)|f"{sum(values) / len(values):.3f}"|
    torch.tensor([v for v in values if v > 1])|torch.tensor([[i + j for i in range(2)] for j in range(2)])|
    2 in [1, 2]|[v.item() > 1 for v in x]|list(enumerate("ab"))»)
"""),
    "numbers of Python": (36, """
a, b = «7, 2|-7, 2|7.5, 2|2, 0.5|-3, 2|1e3, 3|10, -3|True, 2|0.1, 0.2»
print(«a + b, a - b|a * b|a / b|a // b, a % b|a ** b|a > b, a == 7|not a|a and b, a or b|-a|a if a > b else b|
    int(a), float(b)|round(a / b, 3)|(a, b)[1]|a < 5 < b|abs(a) + b|math.log(abs(a)) > 0|
    math.exp(0), math.sqrt(4), math.pi|math.floor(a), math.ceil(a)|round(math.log(2), 4), math.inf, -math.inf|
    str(a) + str(b)|a is None, a is not None|a != b, a <= b|divmod(a, b)|a / 3|
    1 / 3, 2 / 3, 1e-5, 1e16, 1e22, 123456789.123|float("nan"), float("inf"), -0.0|0.1 + 0.2, 1.0, 100.0, 1e5|
    1_000, 0x10, 0b11|3 * "ab", [0] * 3|a is not b|5 & 3, 5 ^ 1, ~5, 1 << 4»)
"""),
    "lists, tuples and dicts": (24, """
items = [«1, 2, 3|"a", 2.5, None|torch.tensor(1.0), torch.tensor(2.0), torch.tensor(3)»]
«items.append(4)
print(items, len(items))|print(items[-1], items[:2], items[1:])|first, *rest = items
print(first, rest)|a, b, c = items
print(c, b, a)|items[0] = 9
print(items)|items += [5]
print(items)|print(items + [4], items * 2)|items.extend([1]); print(items)|print(items.pop(), items)|
    config = {"lr": 0.1, "items": items}
print(config["lr"], config.get("x"), config.get("y", 2))|d = {}
d["a"] = items[0]
print(d, "a" in d, list(d.keys()), list(d.values()))|pair = (items[0], "x")
print(pair, pair[0], len(pair))|print(tuple(items), (1,), ())|items.insert(0, 0); print(items[::2])|
    print(items.index(items[1]), items.count(items[0]))|del items[0]
print(items)|history = {"loss": []}
for v in range(3):
    history["loss"].append(v / 2)
print(history)|print({"x": items}, {**{"a": 1}, "b": 2})|x = y = 0
x += 1
print(x, y)|print([i for i in items[::-1]])|print(items == list(items), items is items)»
"""),
    "texts": (14, """
name = «"Loss"|'cross entropy'|"a,b,c"»
print(«name.lower()|name.upper(), len(name)|name.split(",")|name.replace("s", "z")|name + "!" * 3|"-" * 10|
    name[0], name[-1], name[1:3]|", ".join(["x", "y"])|name.startswith("L")|repr(name), [name]|"s" in name|
    name.strip("s").title()|name == "Loss", name != "loss"|name.center(15, "*")|"a" "b"|r"\\d", 'it\\'s'|
    "%s %d %5.2f%%" % (name, 3, 2.5)|"{} {!r} {:>5}".format(name, name, 2)|name.find("s"), name.count("s")|
    str([1, "a"]), str(None)»)
"""),
    "augmented assignment": (10, """
x = «3|2.5|torch.tensor([1.0, 2.0])|torch.tensor(3)|[1, 2]»
y = x
x «+=|*=|-=|/=|//=|**=|%=» «2|x|0.5»
print(x)
print(y)
"""),
    "try and except": (8, """
x = torch.tensor([1.0, 2.0]«|, requires_grad=True»)
try:
    «x.view(3)|x.item()|x.backward()|x + torch.ones(3)|print("fine")|1 / 0|x.numpy()|raise ValueError("no")»
except «Exception|(RuntimeError, ValueError)|RuntimeError» as e:
    print(type(e).__name__, «e|str(e)[:20]»)
«finally:
    print("done")|print("after")»
"""),
    "assertions": (6, """
x = torch.tensor(@f2x3)
assert x.shape == (2, «3|3|4|2»)«|, "wrong shape"|, f"got {x.shape}"»
assert x.dtype == torch.float32
print("fine")
"""),
    "comments and blank lines": (8, """
# logits of two samples
logits = torch.tensor([
    @f3,  # first
    @f3,
])

# probabilities

probs = F.softmax(logits, dim=«1|0|-1»)  # rows«| sum to 1»
print(  # shown
    probs.argmax(«|dim=1|dim=0»),
    probs.shape
)
"""),
    "return types": (8, """
x = torch.tensor([[1.0, 3.0, 2.0], [4.0, 0.5, 6.0]])
result = x.«max|min|sort|topk|median»(«1|2»)
print(result«|[0]|[1]|.values|.indices»)
print(len(result), isinstance(result, tuple))
"""),
}
