"""Templates: reductions, softmax, choosing, sorting, products of matrices, indexing and shapes."""

FLOATS = "«@f2x3|@p2x3|@f3x2|@f2x2x2»"

REDUCTION_TEMPLATES = {
    "reduction of everything": (16, """
x = torch.tensor(«@p2x3|@f2x3|@i2x3|@f4|@b2x2|@p2x2x2»)
print(«x.sum()|torch.sum(x)|x.float().mean()|torch.prod(x)|x.max()|torch.min(x)|x.argmax()|torch.argmin(x)|
    x.float().std()|torch.var(x.float())|x.float().norm()|x.any()|(x > 0).all()|torch.mean(x)|x.amax()|
    torch.median(x)|x.sum() / x.numel()|x.float().std(unbiased=False)|torch.norm(x.float())|x.count_nonzero()»)
"""),
    "reduction along a dim": (44, f"""
x = torch.tensor({FLOATS})
y = «x.«sum|mean|prod|cumsum|argmax|argmin|softmax|log_softmax|logsumexp|std|var|norm|amax|amin»(dim=«0|1|-1|-2»)|
    torch.«sum|mean|prod|cumsum|argmax|argmin|softmax|log_softmax|logsumexp|var|amax»(x, dim=«0|1|-1»)|F.«softmax|
    log_softmax|softmin|normalize»(x, dim=«0|1|-1»)|x.«sum|mean|amax|std|logsumexp|norm|argmax»(«0|1|
    -1», keepdim=True)|x.sum(dim=(0, 1))|x.mean(dim=(0, -1), keepdim=True)|x.logsumexp((0, 1))|torch.sum(x, [0, 1])|
    x.norm(«1|2|float('inf')|p=2, dim=1»)|x.cumsum(«0|-1»)|x.mean(axis=0)|x.sum(axis=1, keepdims=True)|x.any(dim=1)|
    (x > 0).all(dim=0)|(x > 0).any(dim=-1, keepdim=True)|(x > 0).sum(dim=1)|x.std(dim=1, unbiased=False)|
    x.var(dim=0, correction=0)»
print(y)
print(y.shape)
"""),
    "largest along a dim": (24, f"""
x = torch.tensor({FLOATS})
«values, indices = torch.max(x, dim=1)
print(values)
print(indices)|values, indices = x.min(«0|-1»)
print(values, indices)|result = torch.max(x, dim=«0|1»)
print(result.values)
print(result.indices)|print(torch.max(x, «1|0|-1»))|print(x.max(dim=«0|1», keepdim=True)[«0|1»])|
    print(x.max(1).values.sum())|_, predicted = torch.max(x.data, 1)
print(predicted)|preds = x.argmax(dim=1, keepdim=True)
print(preds, preds.dtype)|print(x.topk(«1|2», dim=«0|1»)«|.values|.indices|[0]»)|
    values, indices = torch.sort(x, dim=«0|1|-1»«|, descending=True»)
print(values)
print(indices)|print(x.argsort(dim=«0|1»«|, descending=True»))|print(x.median(dim=1))|print(torch.topk(x, k=2))|
    print(x.sort()«|[0]|.indices»)|print(x.kthvalue(1, dim=0)[0])»
"""),
    "softmax by hand": (14, """
logits = torch.tensor(@f2x3)
«exp = logits.exp()
probs = exp / exp.sum(dim=«1|-1», keepdim=True)|probs = torch.exp(logits - logits.logsumexp(dim=1, keepdim=True))|
    shifted = logits - logits.max(dim=1, keepdim=True).values
probs = shifted.exp() / shifted.exp().sum(1, keepdim=True)|probs = nn.Softmax(dim=1)(logits)|
    probs = F.softmax(logits, dim=«1|-1»)|probs = logits.log_softmax(-1).exp()»
print(probs)
print(«probs.sum(dim=1).round()|torch.allclose(probs, F.softmax(logits, dim=1))|probs.argmax(dim=1).tolist()|
    (probs.sum(1) - 1).abs().max() < 1e-6|(probs * probs.log()).sum().neg()»)
"""),
    "softmax modules": (12, """
m = nn.«Softmax(dim=«1|0|-1»)|LogSoftmax(dim=«1|-1|0»)|LogSoftmax(1)|Sigmoid()|ReLU()|Tanh()|LogSigmoid()|
    Identity()»
x = torch.tensor(@f2x3«|, dtype=torch.float64»)
print(m(x))
print(m«|(x).shape|(x).sum()»)
"""),
    "where and masked_fill": (20, """
x = torch.tensor(«@f2x3|@f4»)
print(«torch.where(x > 0, x, torch.zeros_like(x))|torch.where(x > 0, 1.0, 0.0)|torch.where(x > 0.5, x, 0.5)|
    x.masked_fill(x < 0, 0.0)|x.masked_fill(x > 1, float('-inf'))|torch.where(x > 0)|
    x.where(x > 0, torch.tensor(-1.0))|x.masked_fill(x < 0, -1e9).softmax(-1)|x[x > 0]|x[x < 0].numel()|
    x[(x > 0) & (x < 2)]|torch.masked_select(x, x > 0)|(x > 0).nonzero()|torch.where(x > 0, 1, 2).dtype|
    (x > 0).long()|torch.nonzero(x > 1)|(x * (x > 0))|torch.where(torch.isnan(x), torch.zeros_like(x), x)»)
"""),
    "gather": (12, """
log_probs = torch.tensor(«[[-0.5, -1.0, -2.0], [-1.5, -0.25, -3.0]]|[[0.5, 0.25, 0.25], [0.1, 0.2, 0.7]]»)
target = torch.tensor(@y2u3)
print(«log_probs.gather(1, target.unsqueeze(1))|torch.gather(log_probs, 1, target.view(-1, 1)).squeeze(1)|
    -log_probs.gather(dim=1, index=target[:, None]).mean()|log_probs[torch.arange(2), target]|
    log_probs[range(2), target]|-log_probs[torch.arange(len(target)), target].sum()|log_probs[[0, 1], target]|
    log_probs[torch.arange(log_probs.size(0)), target].mean()|log_probs.index_select(1, target)|log_probs[:, target]|
    torch.take_along_dim(log_probs, target[:, None], dim=1)»)
"""),
    "product of matrices": (18, """
a = torch.tensor(«@f2x3|@i2x3|@p2x3»«|, dtype=torch.float32»)
b = torch.tensor(«@f3x2|@f3|@i3x2|@p3x1»«|, dtype=torch.float32»)
print(«a @ b|torch.matmul(a, b)|a.matmul(b)|torch.mm(a, b)|a.mm(b)|(a @ b).shape|a @ a.T|a.t() @ a|(a @ a.t()).sum()|
    b.T @ b|a @ b + 1»)
"""),
    "matmul of batches": (6, """
a = torch.arange(12.).reshape(2, 2, 3)
b = torch.«ones(3, 2)|ones(2, 3, 1)|eye(3)|arange(3.)|full((2, 3, 2), 0.5)»
c = «a @ b|torch.matmul(a, b)|torch.bmm(a, b)»
print(c)
print(c.shape)
"""),
    "linear layer by hand": (8, """
x = torch.tensor(@f2x3)
W = torch.tensor(@f3x2«, requires_grad=True|»)
b = torch.«zeros(2)|tensor([0.5, -0.5])|ones(2, requires_grad=True)»
«y = x @ W + b|y = torch.matmul(x, W) + b|y = F.linear(x, W.t(), b)|y = torch.relu(x @ W + b)»
print(y«|.shape|.detach()|.grad_fn is None|.sum().item() > 0»)
print(y.requires_grad)
"""),
    "index with integers and slices": (40, """
x = torch.«arange(12).reshape(3, 4)|arange(12.).view(3, 4)|arange(24).reshape(2, 3, 4)»
y = x[«0|-1|1, 2|:, 1|1:|:-1|::2|:, ::2|0, 1:3|..., 0|..., -1|:, None|None|1:2|:2, 1:|-2:|[0, 1]|[1, 0], [2, 3]|
    torch.tensor([1, 0])|:, [0, 2]|..., None|0, ..., 1|5:|torch.tensor(1)|:, -1:|0][1|1:, :-1|True|:|
    [[0], [1]], [0, 2]|torch.tensor([[0, 1], [1, 0]])|0, None, 1|
    torch.tensor([True, False] + [True] * (x.shape[0] - 2))|x > 5|x % 2 == 0|:, 1, None|
    torch.arange(2), torch.tensor([1, 0])»]
print(y)
print(y.shape)
"""),
    "assign to elements": (22, """
x = torch.«zeros(2, 3)|ones(2, 3)|arange(6.).reshape(2, 3)|zeros(2, 3, dtype=torch.long)»
x[«0, 1|0|:, 1|-1, -1|1, :2|x > 0|:|..., 0|[0, 1], [1, 2]|torch.arange(2), torch.tensor([0, 2])|0, ::2»] «=|=|+=|
    *=» «5.|1|2|-1.5|float('-inf')»
print(x)
"""),
    "assign rows": (6, """
x = torch.zeros(«2, 3|3, 3»)
x[«0|1|-1|:2|:»] = «torch.tensor([1., 2., 3.])|torch.arange(3)|torch.tensor(7.)|x[0] + 1|torch.ones(3) * 0.5|
    torch.tensor([True, False, True])»
print(x)
"""),
    "change in place": (20, """
x = torch.tensor(@f4)
y = x«|.clone()|[1:]|.view(2, 2)|.detach()»
x«.add_(1)|.mul_(2)|.zero_()|.fill_(0.5)|.clamp_(min=0)| += 1| *= 2| -= 0.5| /= 2|.exp_()|.neg_()|.sub_(1)|
    .masked_fill_(x < 0, 0.0)|.relu_()| **= 2»
print(x)
print(y)
"""),
    "change the shape": (50, """
x = torch.«arange(6)|arange(6.)|arange(6).reshape(2, 3)|arange(6.).reshape(1, 2, 3)|arange(12).reshape(2, 3, 2)|
    arange(6).view(6, 1)»
y = x.«view(-1)|view(2, -1)|view(3, 2)|reshape(2, 3)|reshape(-1, 2)|reshape((3, 2))|reshape(-1)|view(-1, 1)|
    flatten()|flatten(1)|flatten(start_dim=0)|unsqueeze(0)|unsqueeze(-1)|unsqueeze(1)|squeeze()|squeeze(0)|
    squeeze(-1)|t()|T|transpose(0, 1)|transpose(-1, -2)|permute(1, 0)|permute(0, 2, 1)|permute(2, 0, 1)|
    expand(2, -1)|expand(2, 6)|repeat(2)|repeat(2, 1)|repeat(1, 2)|contiguous()|view(x.size(0), -1)|reshape(x.shape)|
    numpy().shape|flip(0)|view_as(x)|expand_as(x)|transpose(0, 1).contiguous().view(-1)|T.reshape(-1)|
    t().reshape(-1)|unsqueeze(0).expand(3, *x.shape)|ravel()|chunk(2)|split(1)|unbind(0)|movedim(0, -1)|roll(1, 0)|
    tile(2)|t().view(-1)|swapaxes(0, 1)»
print(y)
"""),
    "shape functions of torch": (18, """
x = torch.arange(6«.|»).reshape(2, 3)
y = torch.«transpose(x, 0, 1)|reshape(x, (3, 2))|unsqueeze(x, 0)|squeeze(x[None])|flatten(x)|permute(x, (1, 0))|t(x)|
    stack([x, x + 1])|cat([x, x], dim=-1)|chunk(x, 2)|split(x, 1, dim=1)|unbind(x)|tril(x)|triu(x)|diag(x[:, :2])|
    outer(x[0], x[1])|flip(x, [0])|broadcast_to(x[0], (2, 3))|dot(x[0], x[1])|trace(x[:, :2])|
    repeat_interleave(x[0], 2)|bincount(x.flatten().long())|unique(x)|cumsum(x, 1)|diff(x)»
print(y)
"""),
    "broadcast": (16, """
a = torch.«arange(3.)|ones(2, 1)|arange(6.).reshape(2, 3)|tensor(2.0)|zeros(3, 1)|ones(1, 3)|arange(4).view(2, 1, 2)|
    zeros(0, 3)»
b = torch.«arange(2.).unsqueeze(1)|tensor([1., 2., 3.])|ones(2, 3)|full((1,), 2.)|arange(2).view(2, 1)»
c = a «+|*|-|<» b
print(c)
print(c.shape)
"""),
    "number of right answers": (10, """
logits = torch.tensor(@f4x3)
labels = torch.tensor(@y4u3)
preds = «logits.argmax(dim=1)|torch.argmax(logits, 1)|logits.max(1)[1]|torch.max(logits, dim=-1).indices|
    logits.softmax(dim=1).argmax(-1)»
correct = (preds == labels)«.sum().item()|.float().sum()|.sum()»
print(«f"accuracy: {correct / len(labels):.2f}"|correct / labels.size(0)|correct|f"{correct}/{len(labels)}"|
    "acc", round(float(correct) / 4, 3)|(preds == labels).float().mean()|(preds == labels).tolist()»)
"""),
}
