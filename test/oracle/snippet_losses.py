"""Templates: the losses as modules and as functions, with their options, shapes and what they refuse."""

CE_OPTIONS = (
    "|||reduction='sum'|reduction='none'|weight=torch.tensor([1.0, 2.0, 0.5])|ignore_index=1|label_smoothing=0.1|"
    "weight=torch.tensor([0.2, 0.3, 0.5]), reduction='sum'|ignore_index=0, reduction='none'|"
    "label_smoothing=0.2, reduction='sum'|weight=torch.tensor([1.0, 2.0, 0.5]), label_smoothing=0.1|weight=torch.ones(3)|"
    "reduction='mean'|weight=torch.FloatTensor([1, 2, 3])"
)
NLL_OPTIONS = "|||reduction='sum'|reduction='none'|weight=torch.tensor([1.0, 2.0, 0.5])|ignore_index=2|ignore_index=0, reduction='sum'"
KL_OPTIONS = "reduction='batchmean'|reduction='sum'|reduction='none'|reduction='mean'||"
SHOW = (
    "print(loss)|print(f'{loss.item():.4f}')|print(\"loss: %.4f\" % loss)|print('loss', round(loss.item(), 4))|"
    "print(loss.item())|print(loss.shape, loss)|print(\"{:.3f}\".format(loss.item()))|print(loss.tolist())"
)
SHOWN = "print(loss)|print(loss.shape)\nprint(loss.sum())|print(loss.mean())|print(f'{loss.mean().item():.4f}')"

LOSS_TEMPLATES = {
    "CrossEntropyLoss": (30, f"""
logits = torch.tensor(@f3x3«|, requires_grad=True»)
labels = torch.tensor(@y3u3)
criterion = nn.CrossEntropyLoss(«{CE_OPTIONS}»)
loss = criterion(logits, labels)
«{SHOWN}»
"""),
    "cross_entropy and its gradient": (30, f"""
logits = torch.tensor(@f2x3«||, dtype=torch.float64», requires_grad=True)
target = torch.«tensor(@y2u3)|tensor(@q2x3)|LongTensor(@y2u3)»
loss = F.cross_entropy(logits, target«|||, reduction='sum'|, weight=torch.tensor([1.0, 2.0, 0.5])|
    , label_smoothing=0.1|, ignore_index=1|, reduction="sum", label_smoothing=0.3»)
loss.backward()
print(f"{{loss.item():.4f}}")
print(logits.grad)
"""),
    "NLLLoss": (24, f"""
log_probs = «torch.log(torch.tensor(@p3x3))|F.log_softmax(torch.tensor(@f3x3), dim=1)|
    torch.tensor(@f3x3).log_softmax(dim=-1)|nn.LogSoftmax(dim=1)(torch.tensor(@f3x3))|
    torch.tensor(@q3x3).clamp(min=1e-4).log()»
target = torch.tensor(@y3u3)
loss = «nn.NLLLoss(«{NLL_OPTIONS}»)(log_probs, target)|F.nll_loss(log_probs, target)|
    F.nll_loss(log_probs, target, reduction='sum')|F.nll_loss(log_probs, target, torch.tensor([1.0, 0.5, 2.0]))»
«{SHOWN}»
"""),
    "NLLLoss and its gradient": (12, """
logits = torch.tensor(@f2x3, requires_grad=True)
log_probs = «F.log_softmax(logits, dim=«1|-1|0»)|nn.LogSoftmax(dim=1)(logits)|torch.log(logits.softmax(1))|
    logits - logits.logsumexp(dim=1, keepdim=True)|logits»
loss = nn.NLLLoss(«|reduction='sum'|weight=torch.tensor([2.0, 1.0, 0.5])|
    ignore_index=0»)(log_probs, torch.tensor(@y2u3))
loss.backward()
print(loss«|.item() > 0»)
print(logits.grad)
"""),
    "CrossEntropyLoss is LogSoftmax and NLLLoss": (10, """
logits = torch.tensor(@f3x4)
labels = torch.tensor(@y3u4)
ce = «nn.CrossEntropyLoss()(logits, labels)|F.cross_entropy(logits, labels)»
nll = «nn.NLLLoss()(nn.LogSoftmax(dim=1)(logits), labels)|F.nll_loss(F.log_softmax(logits, dim=1), labels)|
    -F.log_softmax(logits, 1)[torch.arange(3), labels].mean()|
    (logits.logsumexp(1) - logits.gather(1, labels.view(-1, 1)).squeeze()).mean()»
print(«torch.allclose(ce, nll)|f"{ce:.4f} {nll:.4f}"|ce, nll|abs(ce.item() - nll.item()) < 1e-6»)
"""),
    "KLDivLoss": (24, f"""
input = «torch.log(torch.tensor(@p2x3))|F.log_softmax(torch.tensor(@f2x3«|, requires_grad=True»), dim=1)|
    torch.tensor(@f2x3)»
target = «torch.tensor(@q2x3)|F.softmax(torch.tensor(@f2x3), dim=1)»
loss = «nn.KLDivLoss(«{KL_OPTIONS}»)(input, target)|F.kl_div(input, target«|, reduction='batchmean'|
    , reduction='sum'|, reduction='none'»)|
    nn.KLDivLoss(reduction='batchmean', log_target=True)(input, target.clamp(min=0.01).log())|
    F.kl_div(input, target.log_softmax(-1), log_target=True, reduction="sum")»
«{SHOWN}»
"""),
    "kl_div and its gradient": (8, """
p = torch.tensor(@f2x3, requires_grad=True)
q = torch.tensor(@q2x3)
loss = F.kl_div(F.log_softmax(p, dim=-1), q, reduction=«'batchmean'|'sum'|'mean'»)
loss.backward()
print(p.grad)
"""),
    "loss of one sample": (12, f"""
logits = torch.tensor(«@f3|[@f3]|[2.0, 1.0, 0.1]»)
target = torch.tensor(«1|2|[0]|@q3|0»)
loss = «F.cross_entropy(logits, target)|nn.CrossEntropyLoss()(logits, target)|
    F.nll_loss(logits.log_softmax(-1), target)»
«{SHOW}»
"""),
    "loss of pixels": (12, """
logits, target = «torch.arange(12.).reshape(1, 3, 2, 2), torch.tensor([[[0, 1], [2, 1]]])|
    torch.arange(12.).view(2, 3, 2), torch.tensor([[0, 1], [2, 2]])|
    torch.ones(2, 3, 2, 2), torch.zeros(2, 2, 2, dtype=torch.long)|
    torch.arange(6.).view(1, 3, 2), torch.full((1, 3, 2), 0.5)|
    torch.eye(3).unsqueeze(-1), torch.tensor([[0], [2], [1]])»
logits = logits / «10|4»
loss = F.cross_entropy(logits, target«|, reduction='none'|, weight=torch.tensor([1.0, 2.0, 3.0])|, ignore_index=1|
    , reduction="sum"»)
print(loss)
"""),
    "loss is printed": (20, f"""
logits = torch.tensor(«[[2.0, 0.5, -1.0], [0.1, 1.5, 0.3]]|[[1.2, 0.5, -0.8], [-0.5, 0.8, 2.0]]»«|
    , requires_grad=True»)
labels = torch.tensor([0, «1|2»])
loss = «F.cross_entropy(logits, labels)|nn.CrossEntropyLoss()(logits, labels)|
    F.nll_loss(F.log_softmax(logits, dim=1), labels)|nn.NLLLoss()(torch.log(torch.softmax(logits, dim=1)), labels)»
«{SHOW}»
"""),
    "loss of batches in a loop": (8, """
batches = [(torch.tensor(@f2x3), torch.tensor(@y2u3)), (torch.tensor(@f2x3), torch.tensor(@y2u3))]
criterion = nn.«CrossEntropyLoss()|CrossEntropyLoss(reduction='sum')»
total = 0«.0|»
for «i, (logits, labels) in enumerate(batches)|logits, labels in batches»:
    total += criterion(logits, labels).item()
print(f"mean loss: {total / len(batches):.4f}")
"""),
    "cross entropy by hand": (10, """
logits = torch.tensor(@f2x3)
labels = torch.tensor(@y2u3)
«probs = torch.softmax(logits, dim=1)
loss = -torch.log(probs[torch.arange(2), labels]).mean()|one_hot = F.one_hot(labels, num_classes=3).float()
loss = -(one_hot * F.log_softmax(logits, dim=1)).sum(dim=1).mean()|
    log_probs = logits - torch.log(torch.exp(logits).sum(dim=1, keepdim=True))
loss = -sum(log_probs[i, labels[i]] for i in range(2)) / 2|loss = 0
for row, label in zip(logits, labels):
    loss += -row.log_softmax(0)[label]
loss = loss / len(labels)|losses = [-(x.softmax(0)[y]).log() for x, y in zip(logits, labels)]
loss = torch.stack(losses).mean()»
print(loss«|, F.cross_entropy(logits, labels)|.item() > 0»)
"""),
    "other losses": (14, """
x = torch.tensor(@f3«|, requires_grad=True»)
y = torch.tensor(«[0.0, 1.0, 1.0]|[1.0, 0.0, 0.0]»)
print(«F.mse_loss(x, y)|nn.MSELoss()(x, y)|F.binary_cross_entropy_with_logits(x, y)|nn.BCEWithLogitsLoss()(x, y)|
    F.binary_cross_entropy(torch.sigmoid(x), y)|nn.BCELoss()(x.sigmoid(), y)|F.l1_loss(x, y)|
    nn.L1Loss(reduction='sum')(x, y)|F.smooth_l1_loss(x, y)»)
"""),
    "all targets ignored": (4, """
logits = torch.tensor(@f2x3, requires_grad=True)
target = torch.tensor([-100, -100])
loss = F.cross_entropy(logits, target«|, reduction='sum'|, reduction='none'»)
«loss.sum().backward()
print(logits.grad)|print(loss)»
"""),
    "loss modules in a print": (3, """
print(nn.«CrossEntropyLoss()|NLLLoss()|LogSoftmax(dim=1)|Softmax(dim=-1)|KLDivLoss(reduction='batchmean')»)
"""),
    "losses under other imports": (8, """
import torch
«from torch.nn import CrossEntropyLoss
loss_fn = CrossEntropyLoss()|from torch.nn.functional import cross_entropy as loss_fn|import torch.nn
loss_fn = torch.nn.CrossEntropyLoss()|loss_fn = torch.nn.functional.cross_entropy|import torch.nn.functional as fn
loss_fn = fn.cross_entropy|from torch import nn, tensor
loss_fn = nn.CrossEntropyLoss()|import torch as t
loss_fn = t.nn.CrossEntropyLoss(reduction="sum")»

loss = loss_fn(torch.tensor(@f2x3), torch.tensor(@y2u3))
print(f"{loss:.4f}")
"""),
}
