"""Templates that stop: names, calls, indices and operands that PyTorch, NumPy and Python refuse."""

CALL_ERROR_TEMPLATES = {
    "attributes that do not exist": (38, """
x = torch.tensor(@f2x3)
print(x.shape)
print(«x.sofmax(1)|x.length|x.numpy().cuda()|x.Shape|torch.logsoftmax(x, 1)|F.crossentropy(x, x)|nn.CrossEntropy()|
    torch.log_Softmax(x)|x.append(1)|x.to_numpy()|x.argMax()|torch.nn.LogSoftMax(dim=1)|torch.float_|nn.NLLoss()|
    F.nllloss(x, x)|torch.onehot(x)|np.softmax(x)|x.onehot(3)|x.astype(torch.int64)|torch.concatenates([x])|
    math.logsumexp(x)|"a".foo|[1].shape|(1, 2).append(3)|x.tolist().sum()|F.NLLLoss()|nn.cross_entropy|
    torch.cross_entropy(x, x)|np.cross_entropy|x.T.foo|x.grad.sum()|x.grad.zero_()|torch.arrange(3)|x.backwards()|
    x.item.real|x.ndims»)
"""),
    "names that do not exist": (16, """
«import torch
|»«import torch.nn as nn
|»
logits = [@f3]
print(len(logits))
print(«label|torch.tensor(logits)|nn.CrossEntropyLoss()|F.softmax(logits)|np.array(logits)|logit|tensor(logits)|
    Logits|undefined_name + 1|math.log(2)|loss|foo(3)|CrossEntropyLoss()|f"{losses}"|[lable for _ in range(2)]|
    pint(logits)»)
"""),
    "calls that do not fit": (56, """
x = torch.tensor(@f2x3)
print(x.dim())
y = «x.sum(dim="1")|torch.log()|torch.exp([1.0, 2.0])|torch.softmax(x)|x.softmax()|F.softmax(x, axis=1)|
    torch.log("a")|torch.exp(1.0)|x.log(1)|torch.argmax(x.tolist())|torch.cat(x, x)|torch.log(None)|x.view("a")|
    torch.zeros("a")|torch.sum([1, 2])|x.mean(keepdim=True, foo=1)|torch.log(5)|torch.sqrt(2.0)|
    torch.mean([1.0, 2.0])|x + "a"|x * None|x + [1, 2, 3]|"a" + x|x @ 2|torch.arange()|torch.max()|
    torch.ones(2, 3, dtype=int)|x.reshape("2")|torch.log_softmax(x)|x.log_softmax()|torch.clamp(x)|x.clamp()|
    torch.sigmoid(0.5)|torch.relu(-1)|F.relu([1.0])|torch.where(x > 0, x)|torch.matmul(x, [1, 2, 3])|
    torch.linspace(0, 1)|torch.full((2, 2))|torch.eye()|x.gather(1)|torch.stack(x, x)|x.expand("a")|
    x.sum(1, 2, 3, 4)|torch.tensor([1, 2]).float(3)|x.item(5)|torch.sum(x, dim=1.0)|x.to("float")|x.to(float16)|
    x.type("torch.Foo")|x.topk()|x.topk(7)»
print(y)
"""),
    "dtypes that are refused": (42, """
x = torch.«tensor([1, 2, 3])|arange(4)|tensor([[1, 2], [3, 4]])»
mask = torch.tensor([True, False, True])
print(«x.mean()|x.softmax(0)|x.log_softmax(dim=0)|F.softmax(x, dim=0)|torch.mean(x, dim=0)|x.std()|x.norm()|
    mask.mean()|-mask|mask - mask|1 - mask|x.float() @ x|x.masked_fill(x.float(), 0.0)|x[x.float()]|x[0.5]|x[1.0]|
    torch.gather(x, 0, x.float().long() * 1.0)|x[torch.tensor([0.5])]|x.float().index_select(0, torch.tensor([0.0]))|
    F.logsigmoid(x)|~x.float()|x.float() & x|mask.softmax(0)|torch.var(x)|x.logsumexp(dim=0)|x.float() % 0|x % 0|
    x // 0|F.log_softmax(mask, 0)|torch.std(x)|torch.where(x, 1, 2)|x["a"]|F.mse_loss(x, x)|
    x.masked_fill(mask[:1], "a")|torch.nn.Softmax(dim=0)(x)|mask.cumsum(0)|nn.LogSoftmax(dim=0)(x)|
    torch.matmul(x.float(), x)|x.double() @ x.float()|torch.dot(x[0:1].float(), x[0:1])|torch.logit(x)|
    mask.clamp(0, 1)|x / 0|x ** -1|2 ** -x»)
"""),
    "results that do not fit in place": (18, """
x = torch.«tensor([1, 2, 3])|zeros(3, dtype=torch.bool)|ones(3)|arange(3)»
x«.add_(0.5)| /= 2| *= 1.5|.div_(2)| += torch.ones(2)| -= 0.1|[0] = torch.ones(2)|[:2] = torch.ones(3)|[5] = 1|
    [0] = "a"|[0] = [1, 2]|.fill_(torch.ones(2))| **= 0.5|[0, 0] = 1|.exp_()|.mul_(torch.tensor([1.5]))|
    [torch.tensor([4])] = 1| += "a"»
print(x)
"""),
    "indices out of range": (30, """
x = torch.«arange(6).reshape(2, 3)|ones(2, 3)|arange(4)|tensor(1.0)»
y = x[«5|-4|0, 7|0, 0, 0|:, 4|torch.tensor([0, 9])|[0, 3]|[-5]|[True, False, True, True, True]|
    torch.tensor([True, False, True, False, True])|::-1|torch.arange(3), torch.arange(2)|x > 9, 0, 0|..., 5|0:1:0|
    [[0, 1], [9, 0]]|[0, 1, 0], [1, 2]|"0"|0.5|None, 6|..., ...|(0, 1, 2)|1, :, :|torch.tensor([0.5])|
    torch.ones(3, 3).bool()»]
print(y)
"""),
    "shapes that are refused": (36, """
x = torch.arange(«6.|6»).reshape(2, 3)
y = «x.permute(0)|x.permute(0, 0)|x.expand(4, 3)|x.expand(2, 4)|x.repeat(2)|x.reshape(2, 3, 1).t()|x.squeeze(4)|
    x.unsqueeze()|x.transpose(0)|x.transpose(0, 2)|x.flatten(1, 0)|x.chunk(0)|x.split([1, 2])|x.expand(3)|
    torch.broadcast_to(x, (3, 3))|x.view(3)|x.unbind(2)|x.view_as(torch.ones(4))|x.expand_as(torch.ones(3, 3))|
    torch.diag(x.reshape(1, 2, 3))|x.gather(1, torch.tensor([0, 1]))|x.gather(1, torch.tensor([[5], [0]]))|
    x.masked_fill(torch.tensor([True, False]), 0)|torch.zeros(-1)|torch.zeros(2, -3)|torch.arange(3, 0)|
    torch.arange(0, 1, 0)|torch.linspace(0, 1, -1)|torch.full((-1,), 0.0)|torch.eye(-2)|x[:, 0:0].max()|
    torch.tensor([]).max()|torch.tensor([]).argmax()|x[:0].max(dim=0)|torch.tensor([]).mean().item()|
    torch.tensor([]).min()»
print(y)
"""),
    "errors of Python": (85, """
total, items, config = 3, [1, 2, 3], {"lr": 0.1}
print(total)
«print(total / 0)|print(total // 0)|print(total % 0)|print(1.5 / 0)|print(items[3])|print(items[-5])|
    print(config["weight"])|print(items + 1)|print("loss: " + total)|print(total + "a")|a, b = items|
    a, b, c, d = items|print(int("a"))|print(float("x"))|print(len(total))|total()|print(items.foo)|
    print(items["a"])|for i in total:
    print(i)|print(sum(["a"]))|print(max([]))|print(math.log(0))|print(math.sqrt(-1))|print("%d" % "a")|
    print("{} {}".format(1))|print("%s %s" % 1)|print(f"{items:.2f}")|print(f"{'a':.2f}")|print("a" * 2.0)|
    print(total < "a")|print(-"a")|print([] - [])|items.remove(9)|print(total.shape)|print(None + 1)|def f(x, y):
    return x

print(f(1))|def f(x):
    return x

print(f(1, 2))|def f(x):
    return x

print(f(y=1))|def f(x):
    return x / 0

print(f(1))|def f(x):
    return missing + x

print(f(1))|print([1 / i for i in range(2)])|(1, 2)[0] = 3|items()|print(range(1.5))|print("abc"[5])|x = y + 1|
    del missing|raise RuntimeError(f"total is {total}")|assert total == 4, "total"|assert not items|{[]: 1}|
    print(int(None))|print(round("a"))|print(list(3))|print(abs("a"))|print(sorted([1, "a"]))|print(zip(1))|
    print(items.index(7))|print(config.lr)|def f():
    count = count + 1

f()|print(f"{total:q}")|print(1 if missing else 2)|print(math.exp(1000))|print(2 ** "a")|print([1][1.0])|
    print(items[0][0])|print(config[[]])|print(1 in 5)|print(str.foo)|print(None.item())|print(*3)|a = b = c|
    print(dict(1))|print(print(1) + 1)»
"""),
    "the step that stops in a loop": (12, """
xs = [torch.ones(2), torch.ones(«2|3»), torch.ones(3)]
total = torch.zeros(2)
for i, x in enumerate(xs«|[1:]»):
    print(i«|, x.shape»)
    «total = total + x|total += x|print(x[2])|total = torch.stack([total, x]).sum(0)|print((x @ total).item())|
    print(x.view(2).sum())»
print(total)
"""),
    "a function that stops": (12, """
def criterion(«logits, target|x, y|output, labels»):
    «print("called")
    |»log_probs = F.log_softmax(«$a:torch.ones(2, 3)», dim=«1|2|1»)
    return F.nll_loss(log_probs, «torch.tensor([0, 5])|torch.tensor([0.0, 1.0])|torch.tensor([0, 1, 2])|
    torch.tensor([0, 1])»)

loss = criterion(torch.zeros(2, 3), torch.tensor([0, 1]))
print("%.4f" % loss)
print(criterion(«1|1, 2, 3|torch.zeros(1), torch.zeros(1)»))
"""),
    "softmax modules that stop": (8, """
x = torch.tensor(«@f2x3|@f3|@i3|@i2x3»)
m = nn.«Softmax(dim=«2|3»)|LogSoftmax(dim=«2|-4»)|Softmax("1")|LogSoftmax(dims=1)|Softmax(1, 2)|LogSoftmax(axis=1)»
print(m(x))
"""),
    "numpy that stops": (22, """
a = np.array(«@f2x3|@f3|@i2x2»)
print(a.shape)
print(«a + np.ones(7)|np.log("a")|a.sum(axis=5)|a[9]|a @ np.ones(9)|a.backward()|a.softmax(1)|a.dim()|
    a.reshape(5, 5)|np.concatenate([a, 1])|a.item()|torch.log(a)|F.softmax(a, dim=0)|a.size()|
    torch.tensor(a) + torch.ones(7)|bool(a > 0)|np.argmax(a, axis=3)|a.float()|np.logsoftmax(a)|
    F.cross_entropy(a, a)|a.unsqueeze(0)|a.item(99)»)
"""),
}
