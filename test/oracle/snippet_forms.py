"""Templates: every function once as a function and as a method, along its dims, in its dtypes, and its gradient."""

ELEMENTWISE = (
    "exp log sqrt abs sigmoid tanh relu log1p log2 log10 neg square expm1 reciprocal sign floor ceil round trunc isnan "
    "isfinite isinf rsqrt sin cos erf frac logit positive"
).split()
REDUCTIONS = "sum mean prod max min argmax argmin std var logsumexp norm any all amax amin median cumsum cumprod".split()
ALONG_ONE_DIM = "logsumexp cumsum cumprod amax amin argmax softmax log_softmax sort argsort".split()
COMPARISONS = "eq ne gt lt ge le".split()
BINARY = "add sub mul div pow maximum minimum fmod remainder true_divide floor_divide atan2 logaddexp".split()
FUNCTIONAL = "relu sigmoid tanh logsigmoid softplus gelu silu leaky_relu elu relu6 hardtanh".split()
MODULES = "Sigmoid Tanh ReLU LogSigmoid Softplus GELU SiLU LeakyReLU ELU Identity Flatten".split()
NUMPY = (
    "exp log sqrt abs sum mean max min argmax argmin std var prod cumsum sort log1p log2 log10 tanh sign round floor"
).split()
SHAPES = [
    ("view", ["x.view(3, 2)", "x.view(-1)", "x.view((6, 1))", "x.view(1, -1, 3)"]),
    ("reshape", ["torch.reshape(x, (3, 2))", "x.reshape(-1, 1)", "x.t().reshape(6)", "x.reshape([1, 6])"]),
    (
        "permute",
        ["x.permute(1, 0)", "torch.permute(x, (1, 0))", "x[None].permute(2, 0, 1)", "x.permute((1, 0)).stride()"],
    ),
    ("transpose", ["x.transpose(0, 1)", "torch.transpose(x, 0, -1)", "x.T", "x.t()", "torch.t(x)", "x.mT"]),
    ("unsqueeze", ["x.unsqueeze(0)", "torch.unsqueeze(x, -1)", "x[:, None]", "x.unsqueeze(dim=1).shape"]),
    ("squeeze", ["x[:, :1].squeeze()", "torch.squeeze(x[None])", "x[:1].squeeze(0)", "x[:1].squeeze(1).shape"]),
    ("flatten", ["x.flatten()", "torch.flatten(x)", "torch.flatten(x[None], 1)", "x[None].flatten(0, 1)"]),
    ("expand", ["x[:1].expand(2, 3)", "x[:, :1].expand(-1, 3)", "x.expand(2, 2, 3)", "x[0].expand(2, -1)"]),
    ("repeat", ["x.repeat(1, 2)", "x.repeat(2, 1, 1).shape", "x[0].repeat(3)", "x[0].repeat_interleave(2)"]),
    (
        "contiguous",
        ["x.t().contiguous()", "x.t().is_contiguous()", "x.t().contiguous().view(-1)", "x.contiguous().stride()"],
    ),
    (
        "gather",
        [
            "torch.gather(x, 0, torch.tensor([[1, 0, 1]]))",
            "x.gather(1, torch.tensor([[2], [0]]))",
            "x.gather(-1, torch.tensor([[0, 1], [2, 2]]))",
        ],
    ),
    ("topk", ["torch.topk(x, 2)", "x.topk(1, dim=0)", "x.topk(2, largest=False)", "x.topk(k=2, dim=1)[1]"]),
    (
        "sort",
        ["torch.sort(x, dim=0)", "x.sort(descending=True)", "torch.sort(x, 1, True)[0]", "x.flatten().argsort()"],
    ),
    ("where", ["torch.where(x > 2, x, 0)", "torch.where(x > 2, 1, -1)", "torch.where(x > 2)", "x.where(x > 2, -x)"]),
    (
        "masked_fill",
        ["x.masked_fill(x > 3, -1)", "torch.masked_fill(x, x == 0, 9)", "x.masked_fill(mask=x < 2, value=0)"],
    ),
    (
        "clamp",
        [
            "torch.clamp(x, 1, 4)",
            "x.clamp(max=3)",
            "x.clamp(min=2)",
            "torch.clip(x, 1, 2)",
            "torch.clamp(x, max=2.5)",
        ],
    ),
    (
        "matmul",
        [
            "torch.matmul(x, x.t())",
            "x.mm(x.T)",
            "torch.mm(x.t(), x)",
            "x @ x[0]",
            "x[0] @ x[1]",
            "torch.matmul(x[0], x.t())",
        ],
    ),
    (
        "cat",
        [
            "torch.cat((x, x), 0)",
            "torch.cat([x, x[:, :1]], dim=-1)",
            "torch.concat([x])",
            "torch.cat(tensors=[x, x], dim=1).shape",
        ],
    ),
    (
        "stack",
        ["torch.stack((x[0], x[1]), dim=1)", "torch.stack([x, x]).shape", "torch.stack([row.sum() for row in x])"],
    ),
    (
        "one_hot",
        [
            "F.one_hot(x % 3)",
            "F.one_hot(x[0], num_classes=6)",
            "F.one_hot(torch.tensor(2), 4)",
            "F.one_hot(x[0]).float()",
        ],
    ),
]
FLOAT_DTYPES = "torch.float64, torch.float16, torch.bfloat16, torch.int64, torch.bool"
DTYPES = "torch.float64, torch.float16, torch.bool, torch.uint8, torch.int32"
SCALARS = [*ELEMENTWISE, *"logsumexp(0) cumsum(0) cumprod(0) prod std var norm max min amax(0)".split()]
WEIGHTED = "(y * torch.tensor([1.0, 2.0, -1.0])).sum().backward()"


def prints(name, head, *expressions):
    return name, (1, "\n".join([head, *(f"print({expression})" for expression in expressions)]))


def program(name, *lines):
    return name, (1, "\n".join(lines))


def elementwise_forms():
    for name in ELEMENTWISE:
        values = "x = torch.tensor(@f4)"
        yield prints(f"{name} in its forms", values, f"torch.{name}(x)", f"x.{name}()", f"x.abs().{name}().dtype")
        loop = f"for dtype in [{FLOAT_DTYPES}]:\n    print(dtype, x.to(dtype).{name}())"
        yield program(f"{name} of dtypes", "x = torch.tensor([1, 0])", loop)
    for name in COMPARISONS:
        forms = [f"torch.{name}(x, 2)", f"x.{name}(torch.tensor([3, 2, 1]))", f"x.{name}(2.5).dtype"]
        yield prints(f"{name} in its forms", "x = torch.tensor([1, 2, 3])", *forms)
    for name in BINARY:
        floats = "a, b = torch.tensor([7.0, -3.5, 2.0]), torch.tensor([2.0, 2.0, 0.5])"
        integers = "a, b = torch.tensor([7, -3, 2]), torch.tensor([2, 2, 3])"
        forms = [f"torch.{name}(a, b)", f"a.{name}(b)"]
        yield prints(f"{name} in its forms", floats, *forms, f"torch.{name}(a, b[:1])")
        yield prints(f"{name} of integers", integers, forms[0], f"{forms[1]}.dtype")


def reduction_forms():
    matrix = "x = torch.tensor(@p2x3)"
    for name in REDUCTIONS:
        forms = [f"torch.{name}(x, dim=«0|1»)", f"x.{name}(«dim=-1|1»)", f"x.{name}(0).shape"]
        yield prints(f"{name} in its forms", matrix, *forms)
        if name not in ALONG_ONE_DIM or name.startswith("a"):
            last = f"x.{name}(dim=«0|1», keepdim=True)"
            yield prints(f"{name} of everything", matrix, f"torch.{name}(x)", f"x.{name}()", last)
        loop = f"for dtype in [{DTYPES}]:\n    print(x.to(dtype).{name}(dim=1))"
        yield program(f"{name} of dtypes", "x = torch.tensor([[1, 0], [2, 3]])", loop)
    for name in ALONG_ONE_DIM:
        forms = [f"torch.{name}(x, dim={dim})" for dim in (0, 1, -1)]
        yield prints(f"{name} along one dim", "x = torch.tensor(@f2x3)", *forms)


def module_forms():
    for name in FUNCTIONAL:
        forms = [f"F.{name}(x)", f"F.{name}(x.double()).dtype", f"F.{name}(x.half())"]
        yield prints(f"F.{name}", "x = torch.tensor(@f4)", *forms)
    for name in MODULES:
        yield prints(f"nn.{name}", "x = torch.tensor(@f2x3)", f"nn.{name}()(x)", f"nn.{name}()")
    for name in NUMPY:
        small = f"np.{name}(np.array([1.0, 2.0], dtype=np.float32)).dtype"
        yield prints(f"np.{name}", "a = np.array(@p2x3)", f"np.{name}(a)", f"np.{name}(a[0])", small)
    for name, expressions in SHAPES:
        yield prints(f"{name} in its forms", "x = torch.arange(6).reshape(2, 3)", *expressions)


def gradients():
    leaf = "x = torch.tensor([0.5, 0.25, 0.75], requires_grad=True)"
    for name in [*SCALARS, "median", "norm(1)"]:
        call = name if name.endswith(")") else f"{name}()"
        yield program(f"gradient of {name}", leaf, f"y = x.{call}", "print(y)", WEIGHTED, "print(x.grad)")
    leaves = ["a = torch.tensor([7.0, 3.5, 2.0], requires_grad=True)", "b = torch.tensor([2.0], requires_grad=True)"]
    for name in BINARY:
        steps = [f"y = torch.{name}(a, b)", "print(y)", "y.sum().backward()", "print(a.grad, b.grad)"]
        yield program(f"gradients of {name}", *leaves, *steps)
    leaf = "x = torch.tensor([0.5, -1.0, 2.0], requires_grad=True)"
    for name in FUNCTIONAL:
        steps = [f"y = F.{name}(x)", "print(y)", "y.sum().backward()", "print(x.grad)"]
        yield program(f"gradient of F.{name}", leaf, *steps)
    leaf = "x = torch.arange(6.).reshape(2, 3).requires_grad_()"
    for name, expressions in SHAPES:
        if name not in ("one_hot", "topk", "sort"):
            steps = [f"y = {expressions[0]}", "print(y)", "(y * y).sum().backward()", "print(x.grad)"]
            yield program(f"gradient of {name}", leaf, *steps)


FORM_TEMPLATES = dict([*elementwise_forms(), *reduction_forms(), *module_forms(), *gradients()])
