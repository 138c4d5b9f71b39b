"""Templates that stop: shapes, values and dtypes that the losses, constructors and gradients refuse."""

VALUE_ERROR_TEMPLATES = {
    "dim out of range": (28, """
x = torch.tensor(«@f2x3|@f3|@p2x2»)
print("shape", x.shape)
y = «x.«sum|mean|softmax|log_softmax|argmax|cumsum|logsumexp|squeeze|std»(dim=«2|3|-3»)|F.«softmax|
    log_softmax»(x, dim=«2|-3»)|torch.«sum|max|argmax|softmax|sort»(x, dim=«2|4»)|x.unsqueeze(«5|-5»)|
    x.transpose(0, 3)|torch.cat([x, x], dim=3)|torch.stack([x, x], dim=5)|x.size(4)|x.shape[3]|nn.Softmax(dim=2)(x)|
    x.sum(dim=(0, 4))|x.flatten(2)|x.permute(0, 3)|x.max(3)|x.topk(1, dim=4)|x.sum(dim=(0, 0))»
print(y)
"""),
    "shapes that do not broadcast": (16, """
a = torch.«ones(2, 3)|tensor(@f3)|zeros(4)|arange(6.).reshape(3, 2)»
b = torch.«ones(5)|arange(7)|ones(5, 2)|tensor([1.0, 2.0, 3.0, 4.0, 5.0])»
c = «a + b|a * b|a - b|a / b|a > b|a == b|torch.where(a > 0, a, b)|torch.add(a, b)|a.mul(b)|a ** b|
    torch.maximum(a, b)»
print(c.shape)
"""),
    "view and reshape of the wrong size": (20, """
x = torch.«arange(6)|ones(2, 3)|zeros(2, 2, 2)|arange(5.)»
print(x.numel())
y = x.«view(4, 2)|reshape(5, -1)|view(-1, 4)|view(7)|reshape(3, 3)|view(-1, -1)|reshape((2, 5))|t().view(10)|
    view(2, -1, 7)|reshape(0)|view(-2, 3)|unflatten(0, (9, 9))»
print(y)
"""),
    "view of what is not contiguous": (4, """
x = torch.arange(6.).reshape(2, 3)
y = x.«t()|T|transpose(0, 1)|permute(1, 0)».view(«-1|6|2, 3»)
print(y)
"""),
    "cat and stack of what does not fit": (16, """
a = torch.«ones(2, 3)|zeros(2, 2)|arange(3.)»
b = torch.«ones(3, 4)|tensor([1.0])|ones(1, 2, 2)|tensor(1.0)»
c = torch.«cat((a, b))|cat([a, b], dim=1)|stack([a, b])|stack((a, b), dim=1)|cat([a, b], 0)|cat([])|stack([])|
    cat((a, 1))|cat(a)|stack(a, b)|vstack((a, b))»
print(c)
"""),
    "matrices that do not fit": (20, """
a = torch.«ones(2, 3)|tensor(@f2x2)|ones(3)|ones(2, 3, 4)|tensor(2.0)»
b = torch.«ones(2, 4)|ones(4, 1)|ones(4)|arange(3).reshape(3, 1)|ones(3, 5, 2)|tensor(@i2x3)»
print(a.shape, b.shape)
print(«a @ b|torch.matmul(a, b)|torch.mm(a, b)|a.mm(b)|b.t() @ b.t()|torch.bmm(a, b)|torch.dot(a, b)|
    F.linear(a, b)»)
"""),
    "labels of the wrong dtype": (20, """
«logits|x|output» = torch.tensor(@f2x3)
labels = «torch.FloatTensor([0, 2])|torch.tensor([0., 1.])|torch.tensor([0, 2]).float()|
    torch.tensor(@y2u3, dtype=torch.int32)|torch.tensor(@y2u3, dtype=torch.float64)|torch.tensor([True, False])|
    torch.tensor(@y2u3, dtype=torch.int16)|torch.tensor(@q2x3, dtype=torch.float64)|torch.zeros(2)|
    torch.tensor(@q2x3)»
loss = «F.cross_entropy(torch.tensor(@f2x3), labels)|F.nll_loss(torch.tensor(@f2x3).log_softmax(1), labels)|
    nn.CrossEntropyLoss()(torch.tensor(@f2x3), labels)|nn.NLLLoss()(torch.tensor(@f2x3).log_softmax(1), labels)»
print(loss)
"""),
    "targets out of bounds": (14, """
logits = torch.tensor(@f2x3)
target = torch.tensor(«[0, 3]|[-1, 1]|[5, 0]|[1, -2]|[3, 3]|[0, 100]»)
loss = «F.cross_entropy(logits, target)|F.nll_loss(F.log_softmax(logits, 1), target)|
    nn.CrossEntropyLoss(«reduction='sum'|weight=torch.ones(3)|ignore_index=-1|»)(logits, target)|
    logits.gather(1, target.view(-1, 1)).sum()|logits[torch.arange(2), target].sum()|F.one_hot(target, 3).sum()»
print(f"{loss.item():.4f}")
"""),
    "batches that do not fit": (20, """
logits = torch.«ones(2, 3)|zeros(4, 3)|ones(3, 2)|zeros(1, 3)|ones(3)|ones(2, 3, 4)|tensor(1.0)»
target = torch.«tensor(@y3u2)|tensor([0])|tensor([[0], [1]])|zeros(2, 4, dtype=torch.long)|tensor(1)|zeros(3, 3)|
    zeros(2, 5)|tensor([0, 1, 0, 1, 1])|zeros(2, 2, 3, 3).long()»
loss = «F.cross_entropy|F.nll_loss|nn.CrossEntropyLoss()|nn.NLLLoss(«reduction='sum'|»)»(logits, target)
print(loss)
"""),
    "weights and options that do not fit": (27, """
logits = torch.tensor(@f2x3)
target = torch.tensor(@y2u3)
loss = «F.cross_entropy(logits, target, weight=torch.ones(2))|
    nn.CrossEntropyLoss(weight=torch.tensor([1, 2, 3]))(logits, target)|
    nn.NLLLoss(weight=torch.ones(4))(logits, target)|F.cross_entropy(logits, target, reduction='average')|
    nn.CrossEntropyLoss(reduction='avg')(logits, target)|F.cross_entropy(logits, target, label_smoothing=1.5)|
    nn.CrossEntropyLoss(weight=[1.0, 2.0, 3.0])(logits, target)|nn.NLLLoss(label_smoothing=0.1)(logits, target)|
    nn.CrossEntropyLoss(logits, target)|nn.CrossEntropyLoss()(logits)|F.cross_entropy(logits)|
    nn.CrossEntropyLoss(from_logits=True)(logits, target)|F.nll_loss(logits, target, reduction='batchmean')|
    nn.KLDivLoss(reduction='batch')(logits, logits)|F.cross_entropy(logits, [0, 1])|
    F.cross_entropy(logits.tolist(), target)|F.cross_entropy(logits.long(), target)|
    F.kl_div(logits, target.view(2, 1, 1).expand(2, 1, 2))|
    F.cross_entropy(logits, target, weight=torch.ones(3, dtype=torch.float64))|
    F.cross_entropy(logits.double(), target, weight=torch.ones(3))|
    nn.CrossEntropyLoss()(input=logits, labels=target)|F.cross_entropy(logits, target, dim=1)|
    nn.CrossEntropyLoss(dim=1)|F.nll_loss(logits, F.one_hot(target, 3))|
    F.cross_entropy(logits, F.one_hot(target, 3))|F.cross_entropy(logits, None)|F.kl_div(logits, torch.ones(2, 4))»
print(loss)
"""),
    "one_hot of what it does not take": (6, """
labels = torch.tensor(«[0., 1.]|[0, -1]|[0, 5]|[True, False]|[0, 2], dtype=torch.int32»)
print(F.one_hot(labels, num_classes=«3|2»))
"""),
    "old constructors": (16, """
x = torch.«FloatTensor([1.0, 2.0], requires_grad=True)|FloatTensor([[1.2, 0.5], [0.1, 0.2]], dtype=torch.float32)|
    LongTensor([0.5, 1])|LongTensor([1, 2], requires_grad=True)|FloatTensor(data=[1.0])|
    FloatTensor([[1.0, 2.0], [3.0]])|Tensor([1.0, 2.0], requires_grad=True)|FloatTensor("a")|tensor()|
    tensor([1.0], requires_grad="yes")|tensor(1.0, 2.0)|LongTensor(2.5)|DoubleTensor([1.0], requires_grad=True)|
    IntTensor([[1], [2, 3]])|FloatTensor([1.0], device='cpu', requires_grad=True)|tensor([1.0], require_grad=True)»
print(x)
"""),
    "lists that make no tensor": (17, """
x = torch.«tensor([[1, 2], [3]])|tensor([[1.0, 2.0, 3.0], [4.0, 5.0]])|tensor(["a", "b"])|tensor([1, None])|
    tensor([[1, 2], 3])|tensor(None)|tensor([1, "2"])|tensor({"a": 1})|tensor([[[1], [2]], [[3]]])|tensor("text")|
    tensor([1, [2]])|tensor([1, 2], dtype="float")|tensor([1, 2], dtype=float32)|tensor([1, 2], dtype=torch.floats)|
    stack([[1, 2], [3, 4]])|tensor(range(3)) + torch.ones(2)|tensor([300], dtype=torch.uint8)»
print(x)
"""),
    "requires_grad of integers": (8, """
x = torch.«tensor([1, 2], requires_grad=True)|ones(2, dtype=torch.long, requires_grad=True)|
    arange(4, requires_grad=True)|tensor([True], requires_grad=True)|zeros(2).long().requires_grad_()|
    LongTensor([1]).requires_grad_(True)|tensor([1, 2, 3]).requires_grad_()|
    zeros(1, dtype=torch.int32, requires_grad=True)|eye(2, dtype=torch.bool).requires_grad_()»
print(x)
"""),
    "backward of several elements": (8, """
x = torch.tensor(@f2x3, requires_grad=True)
loss = «x * 2|F.log_softmax(x, dim=1)|F.cross_entropy(x, torch.tensor([0, 1]), reduction='none')|
    nn.CrossEntropyLoss(reduction="none")(x, torch.tensor([2, 1]))|x.sum(dim=0)|x.softmax(1).max(dim=1).values|
    nn.KLDivLoss(reduction='none')(x.log_softmax(1), x.detach().softmax(1))»
loss.backward()
print(x.grad)
"""),
    "backward without gradients": (14, """
x = torch.tensor(@f2x3«|, requires_grad=False|, requires_grad=True»)
labels = torch.tensor(@y2u3)
loss = «F.cross_entropy(x.detach(), labels)|nn.CrossEntropyLoss()(x.argmax(1).float(), labels.float().softmax(0))|
    (x.argmax(dim=1) == labels).float().mean()|torch.tensor(F.cross_entropy(x, labels).item())|
    F.nll_loss(x.data.log_softmax(1), labels)|torch.tensor(0.5)|F.cross_entropy(x, labels).detach()|
    F.cross_entropy(torch.tensor(x.tolist()), labels)»
loss.backward()
print(loss)
"""),
    "backward of what is no tensor": (6, """
x = torch.tensor(@f2, requires_grad=True)
loss = «x.sum().item()|float(x.sum())|x.sum().detach().numpy()|[x.sum()]|x.tolist()|None|(x.sum(), 1)»
loss.backward()
"""),
    "backward again": (10, """
x = torch.tensor([0.5, 1.5], requires_grad=True)
y = x.«exp|sigmoid|log|sqrt|tanh»()
loss = y.«sum|mean|prod»()
loss.backward()
print(x.grad)
«loss.backward()|y.sum().backward()|(y * 2).sum().backward()|loss.backward(retain_graph=True)|(loss * 2).backward()»
print(x.grad)
"""),
    "changed before backward": (10, """
x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
y = x.«exp()|sigmoid()|clone()|sqrt()|tanh()|softmax(0)»
z = «y ** 2|y.exp()|y * y|y.sum() * y»
y«.add_(1)| += 1|[0] = 0.0|.mul_(2)|.zero_()»
z.sum().backward()
print(x.grad)
"""),
    "a leaf is changed": (10, """
w = torch.«tensor([1.0, 2.0], requires_grad=True)|ones(2, 2, requires_grad=True)|zeros(3, requires_grad=True)»
w«.add_(1)| += 1| -= 0.1 * w|[0] = 1.0|.mul_(2)|.fill_(3)|.zero_()| *= 2|.clamp_(min=0)|[:1] = 0|.view(-1)[0] = 1|
    [0].add_(1)»
print(w)
"""),
    "numpy and items that are refused": (24, """
x = torch.tensor(«@f2x3|@f3»«, requires_grad=True|»)
y = «(x * x.requires_grad_()).numpy()|x.item()|float(x)|x.softmax(0).item()|int(x)|bool(x)|
    np.array((x * x.requires_grad_()))|x.sum(dim=0).item() if x.dim() == 2 else x[:2].item()|x.tolist().shape|
    x.numpy().grad|x.numpy().backward()|range(x)|[1, 2, 3][x]|math.log(x)|round(x)|x[:0].item()|f"{x:.4f}"|
    "%.4f" % x|"{:.2f}".format(x)»
print(y)
"""),
    "truth of several elements": (13, """
a = torch.tensor(@f3)
b = torch.tensor(@f3)
«if a > b:
    print("a")|if a == b and True:
    print("same")|print("yes" if a else "no")|while a < b:
    break|assert a == b|print(not a)|print(a and b)|print(a in [b])|print(bool(a > 0))|print(max(a, b))|
    if not (a > 0):
    print("none")|print(0 < a < 1)|print([v for v in [a] if v])|if torch.tensor([]):
    print("empty")»
"""),
}
