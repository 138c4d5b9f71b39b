"""The loss calls at the end of a program, and the ways in which their options are written.

`OPTIONS` stands where the options go. What is before the bar in a criterion goes above the steps in some programs.
"""

LOSS_FORMS = {
    "F.cross_entropy": [
        "F.cross_entropy(X, Y, OPTIONS)", "F.cross_entropy(input=X, target=Y, OPTIONS)",
        "F.cross_entropy(X, target=Y, OPTIONS)", "torch.nn.functional.cross_entropy(X, Y, OPTIONS)",
        "F.cross_entropy(target=Y, input=X, OPTIONS)", "F.cross_entropy(*[X, Y], OPTIONS)",
        "F.cross_entropy(**{'input': X, 'target': Y}, OPTIONS)",
    ],
    "CrossEntropyLoss()": [
        "nn.CrossEntropyLoss(OPTIONS)(X, Y)", "torch.nn.CrossEntropyLoss(OPTIONS)(X, Y)",
        "nn.CrossEntropyLoss(OPTIONS).forward(X, Y)", "nn.CrossEntropyLoss(OPTIONS)(input=X, target=Y)",
    ],
    "criterion": [
        "criterion = nn.CrossEntropyLoss(OPTIONS)|criterion(X, Y)",
        "loss_fn = nn.CrossEntropyLoss(OPTIONS)|loss_fn(X, Y)",
        "ce = torch.nn.CrossEntropyLoss(OPTIONS)|ce(X, target=Y)",
        "losses = {'ce': nn.CrossEntropyLoss(OPTIONS)}|losses['ce'](X, Y)",
        "criterion = nn.CrossEntropyLoss(OPTIONS)\nfn = criterion|fn(X, Y)",
        "loss_fn = F.cross_entropy|loss_fn(X, Y, OPTIONS)",
                  "def compute_loss(x, y):\n    return F.cross_entropy(x, y, OPTIONS)\n|compute_loss(X, Y)",
                  "compute = lambda x, y: F.cross_entropy(x, y, OPTIONS)|compute(X, Y)",
                  "criterion = nn.CrossEntropyLoss(OPTIONS)\ndef step(x, y):\n    return criterion(x, y)\n|step(X, Y)",
                  "def step(crit, x, y):\n    x = x / 2\n    return crit(x, y)\n|step(nn.CrossEntropyLoss(OPTIONS), X, Y)",
                  "batch_loss = lambda b, crit=nn.CrossEntropyLoss(OPTIONS): crit(*b)|batch_loss((X, Y))"],
    "F.nll_loss": [
        "F.nll_loss(F.log_softmax(X, dim=1), Y, OPTIONS)", "F.nll_loss(X.log_softmax(1), Y, OPTIONS)",
        "F.nll_loss(torch.log_softmax(X, dim=1), Y, OPTIONS)", "F.nll_loss(torch.log(X.softmax(dim=1)), Y, OPTIONS)",
        "F.nll_loss(X, Y, OPTIONS)", "torch.nn.functional.nll_loss(input=X.log_softmax(dim=1), target=Y, OPTIONS)",
                   "F.nll_loss(X.softmax(1), Y, OPTIONS)", "F.nll_loss(F.softmax(X, dim=1).log(), Y, OPTIONS)",
                   "F.nll_loss(X - X.logsumexp(1, keepdim=True), Y, OPTIONS)",
                   "F.nll_loss(nn.LogSoftmax(dim=1)(X), Y, OPTIONS)"],
    "NLLLoss": [
        "nn.NLLLoss(OPTIONS)(nn.LogSoftmax(dim=1)(X), Y)", "nn.NLLLoss(OPTIONS)(F.log_softmax(X, 1), Y)",
        "nll = nn.NLLLoss(OPTIONS)|nll(F.log_softmax(X, dim=1), Y)",
        "criterion = nn.NLLLoss(OPTIONS)\nm = nn.LogSoftmax(dim=1)|criterion(m(X), Y)",
        "loss_fn = torch.nn.NLLLoss(OPTIONS)|loss_fn(torch.log_softmax(X, 1), Y)",
        "criterion = nn.NLLLoss(OPTIONS)|criterion(X, Y)",
    ],
    "cross_entropy of softmax": [
        "F.cross_entropy(F.softmax(X, dim=1), Y, OPTIONS)", "nn.CrossEntropyLoss(OPTIONS)(X.softmax(dim=1), Y)",
        "F.cross_entropy(X.log_softmax(dim=1), Y, OPTIONS)",
    ],
    "cross_entropy of an expression": [
        "F.cross_entropy(X / S, Y, OPTIONS)", "F.cross_entropy(X * torch.tensor(@fC), Y, OPTIONS)",
        "F.cross_entropy(X + B, Y.clone(), OPTIONS)", "F.cross_entropy(X.mul_(S), Y, OPTIONS)",
        "F.cross_entropy(X if len(X) else Y, Y, OPTIONS)", "F.cross_entropy((x2 := X * S), Y, OPTIONS)",
        "F.cross_entropy(X[:2], Y[:2], OPTIONS)", "F.cross_entropy(X.view(-1, C), Y.view(-1), OPTIONS)",
                                       "F.cross_entropy(torch.cat([X, X]), Y.repeat(2), OPTIONS)",
                                       "F.cross_entropy(-X, Y, OPTIONS)", "F.cross_entropy(X, Y.long(), OPTIONS)",
                                       "F.cross_entropy(X, X.argmax(1), OPTIONS)",
                                       "F.cross_entropy(torch.tensor(@fX), Y, OPTIONS)",
                                       "F.cross_entropy(X, torch.tensor(@yY), OPTIONS)"],
}

NLL_BETWEEN = [
    "lp = F.log_softmax(X, dim=1)", "lp = X.log_softmax(dim=1)", "lp = torch.log_softmax(X, 1)",
    "m = nn.LogSoftmax(dim=1)\nlp = m(X)", "lp = X.softmax(dim=1).log()", "lp = torch.log(torch.softmax(X, dim=1))",
    "lp = X - X.exp().sum(1, keepdim=True).log()",
]

# What must stand above (may be empty), and how it is written in the call; W stands for the weight.
COMMON_OPTIONS = [
    ("", "reduction='«sum|none|mean»'"), ("red = '«sum|none»'", "reduction=red"), ("PAD = 0", "ignore_index=PAD"),
    ("", "ignore_index=«0|1|-1»"), ("", "weight=torch.tensor(@pC)"), ("W = torch.tensor(@pC)", "weight=W"),
    ("w = @pC", "weight=torch.FloatTensor(w)"), ("W = torch.tensor(@pC)", "weight=W, reduction='sum'"),
    ("cfg = {'reduction': 'sum'}", "**cfg"), ("cfg = dict(ignore_index=0, reduction='«sum|mean»')", "**cfg"),
    ("W = torch.ones(C)\nW[0] = S", "weight=W"), ("W = torch.tensor(@pC)\nW /= W.sum()", "weight=W"),
    ("opts = {'ignore_index': 1}", "ignore_index=opts['ignore_index']"),
    ("IGNORE, REDUCTION = -1, 'sum'", "ignore_index=IGNORE, reduction=REDUCTION"),
    ("w = [1.0] * C\nw[K] = 3.0", "weight=torch.tensor(w)"), ("W = 1 / torch.tensor(@pC)", "W"),
    ("W = torch.tensor(@pC)", "W, reduction='none'"),
    ("cfg = {'weight': torch.tensor(@pC)}\ncfg['ignore_index'] = 0", "**cfg"),
    ("W = torch.tensor(@pC).double()", "weight=W"), ("", "reduction='Mean'"), ("", "reduction='batchmean'"),
    ("PAD = torch.tensor(0).item()", "ignore_index=PAD"), ("W = torch.linspace(0.5, 1.5, C)", "weight=W"),
    ("red = 'sum' if True else 'mean'", "reduction=red"), ("W = None", "weight=W"), ("", "size_average=False"),
    ("PAD = C - 1", "ignore_index=PAD, reduction='none'"),
]
SMOOTHING_OPTIONS = [
    ("", "label_smoothing=0.1"), ("eps = 0.2", "label_smoothing=eps"),
    ("eps = 0.1", "label_smoothing=eps, reduction='«sum|none»'"),
    ("cfg = {'label_smoothing': 0.1}\ncfg['label_smoothing'] *= 2", "**cfg"),
    ("W = torch.tensor(@pC)", "weight=W, label_smoothing=0.05"), ("", "label_smoothing=0.1, ignore_index=0"),
    ("eps = 1 / C", "label_smoothing=eps"),
]

ENDS = [
    ("loss = ", ""), ("loss = ", "print(loss)"), ("loss = ", "print(loss.item())"),
    ("loss = ", "print(f'{loss.item():.4f}')"), ("print(", ")"), ("", ""), ("loss = ", "loss.backward()"),
    ("loss = ", "print('loss:', loss)"), ("total = 0.0\ntotal += ", "print(total)"), ("loss = 0.5 * ", "print(loss)"),
    ("loss = ", "assert loss.dim() == 0"), ("out = [", "]"), ("loss = (", ").mean()"),
    ("print(f'loss {", ".sum():.3f}')"), ("result = {'loss': ", "}"),
]

LITERALS = [
    "X = torch.tensor(@fX)", "X = torch.tensor(@fX)", "X = torch.tensor(@fX)", "X = torch.tensor(@fX)",
    "X = torch.tensor(@fX, dtype=torch.float32)", "X = torch.FloatTensor(@fX)", "X = torch.Tensor(@fX)",
    "X = torch.tensor(@mX)", "X = torch.tensor(@mX)",
    "X = torch.tensor(@fX, requires_grad=True)", "scores = @fX\nX = torch.tensor(scores)",
    "X = torch.from_numpy(np.array(@fX, dtype=np.float32))", "X = torch.tensor(@fX).float()",
    "X = torch.as_tensor(@fX)", "X = torch.tensor(@fX, dtype=torch.float64)",
    "X = torch.tensor(np.array(@fX), dtype=torch.float)", "X = torch.log(torch.tensor(@pX))",
    "X = torch.nn.Parameter(torch.tensor(@fX))", "X = torch.tensor(@fF).view(SHAPE)", "X = torch.tensor(data=@fX)",
    "X: torch.Tensor = torch.tensor(@fX)", "X = torch.tensor(@iX).float()",
]
TARGETS = [
    "Y = torch.tensor(@yY)", "Y = torch.tensor(@yY)", "Y = torch.tensor(@yY)", "Y = torch.tensor(@yY)",
    "Y = torch.LongTensor(@yY)", "Y = torch.tensor(@yY, dtype=torch.long)",
    "labels_list = @yY\nY = torch.tensor(labels_list)", "Y = torch.tensor(@yY).long()",
    "Y = torch.from_numpy(np.array(@yY))", "Y = torch.tensor(@qX)", "Y = torch.tensor(@yY, dtype=torch.int64)",
]
