"""Posts about losses and what is computed around them. The forms of choices are those of `snippet_grammar`."""

LOGITS = "logits = torch.tensor(@f3x4«|, requires_grad=True»)\ntarget = torch.tensor(@y3u4)\n"

TEMPLATES = {
    "softmax by hand": (
        30,
        "logits = torch.tensor(@f2x3)\n"
        "«probs = torch.exp(logits) / torch.exp(logits).sum(dim=1, keepdim=True)|"
        "z = logits - logits.max(dim=1, keepdim=True)[0]\nprobs = z.exp() / z.exp().sum(1, keepdim=True)|"
        "probs = (logits - logits.logsumexp(dim=-1, keepdim=True)).exp()|"
        "def softmax(x):\n    e = torch.exp(x - torch.max(x, dim=1, keepdim=True).values)\n    return e / e.sum(1, True)\n"
        "probs = softmax(logits)»\nprint(probs)\nprint(«torch.allclose(probs, F.softmax(logits, dim=1))|probs.sum(dim=1)|"
        "(probs - logits.softmax(1)).abs().max() < 1e-6|-torch.log(probs[range(2), [0, 2]]).mean()»)",
    ),
    "nll by hand": (
        40,
        f"{LOGITS}log_probs = F.log_softmax(logits, dim=1)\n"
        "«loss = -log_probs.gather(1, target.unsqueeze(1)).squeeze(1).mean()|loss = -log_probs[torch.arange(3), target].mean()|"
        "loss = -(F.one_hot(target, 4) * log_probs).sum(dim=1).mean()|loss = -log_probs[range(len(target)), target].sum() / 3|"
        "loss = -torch.einsum('ij,ij->i', log_probs, F.one_hot(target, num_classes=4).float()).mean()|"
        "loss = sum(-log_probs[i, t] for i, t in enumerate(target)) / len(target)|"
        "onehot = torch.zeros(3, 4).scatter_(1, target.view(-1, 1), 1)\nloss = -(onehot * log_probs).sum(1).mean()|"
        "onehot = torch.eye(4)[target]\nloss = -(onehot * log_probs).sum() / onehot.shape[0]|"
        "loss = torch.logsumexp(logits, 1).sub(logits.gather(1, target[:, None])[:, 0]).mean()»\n"
        "print(loss)\nprint(«F.cross_entropy(logits, target)|nn.NLLLoss()(log_probs, target)|F.nll_loss(log_probs, target)|"
        "nn.CrossEntropyLoss()(logits, target).item()|torch.isclose(loss, F.cross_entropy(logits, target))»)",
    ),
    "class weights": (
        30,
        f"{LOGITS}«weights = torch.tensor(@p4)|counts = torch.bincount(target, minlength=4)\n"
        "weights = 1.0 / (counts.float() + 1)|labels = torch.tensor([0, 0, 0, 1, 2, 2, 3])\ncounts = torch.bincount(labels)\n"
        "weights = counts.sum() / (len(counts) * counts)|counts = Counter([0, 0, 1, 2, 3, 3])\n"
        "weights = torch.tensor([1.0 / counts[i] for i in range(4)])|counts = np.bincount([0, 0, 1, 2, 3, 3])\n"
        "weights = torch.tensor(1.0 / counts, dtype=torch.float32)|values, counts = torch.unique(torch.tensor([3, 1, 0, 2, 2]), "
        "return_counts=True)\nweights = counts.max() / counts.float()»\nprint(weights)\n"
        "criterion = nn.CrossEntropyLoss(weight=weights«|, reduction='none'|, reduction='sum'»)\nprint(criterion(logits, target))\n"
        "«|loss = F.cross_entropy(logits, target, reduction='none')\nw = weights[target]\nprint((loss * w).sum() / w.sum())»",
    ),
    "label smoothing": (
        25,
        f"{LOGITS}eps = «0.1|0.2»\nn = logits.size(1)\n«smooth = torch.full_like(logits, eps / n)\n"
        "smooth = smooth.detach().scatter(1, target.unsqueeze(1), 1 - eps + eps / n)|"
        "smooth = F.one_hot(target, n).float() * (1 - eps) + eps / n|smooth = torch.zeros_like(logits).detach()\n"
        "smooth.fill_(eps / (n - 1))\nsmooth.scatter_(1, target.data.unsqueeze(1), 1 - eps)»\n"
        "loss = -(smooth * F.log_softmax(logits, dim=-1)).sum(dim=-1).mean()\nprint(smooth)\nprint(loss)\n"
        "print(F.cross_entropy(logits, target, label_smoothing=eps))\nprint(nn.CrossEntropyLoss()(logits, smooth))",
    ),
    "smoothing module": (
        20,
        "class LabelSmoothingLoss(nn.Module):\n    def __init__(self, classes, smoothing=0.1, dim=-1):\n"
        "        super(LabelSmoothingLoss, self).__init__()\n        self.confidence = 1.0 - smoothing\n"
        "        self.smoothing = smoothing\n        self.cls = classes\n        self.dim = dim\n\n"
        "    def forward(self, pred, target):\n        pred = pred.log_softmax(dim=self.dim)\n        with torch.no_grad():\n"
        "            true_dist = torch.zeros_like(pred)\n            true_dist.fill_(self.smoothing / (self.cls - 1))\n"
        "            true_dist.scatter_(1, target.data.unsqueeze(1), self.confidence)\n"
        "        return torch.mean(torch.sum(-true_dist * pred, dim=self.dim))\n\n\n"
        "criterion = LabelSmoothingLoss(«3|classes=3, smoothing=0.2»)\nlogits = torch.tensor(@f2x3, requires_grad=True)\n"
        "loss = criterion(logits, torch.tensor(@y2u3))\nloss.backward()\nprint(loss)\nprint(logits.grad)\nprint(criterion)",
    ),
    "focal": (
        30,
        "class FocalLoss(nn.Module):\n    def __init__(self, alpha=«1|0.25|None», gamma=«2|2.0|1.5», reduction='mean'):\n"
        "        super().__init__()\n        self.alpha = alpha\n        self.gamma = gamma\n        self.reduction = reduction\n\n"
        "    def forward(self, inputs, targets):\n        ce_loss = «F.cross_entropy(inputs, targets, reduction='none')|"
        "nn.CrossEntropyLoss(reduction='none')(inputs, targets)»\n        pt = torch.exp(-ce_loss)\n"
        "        loss = (1 - pt) ** self.gamma * ce_loss\n        if self.alpha is not None:\n            loss = self.alpha * loss\n"
        "        if self.reduction == 'mean':\n            return loss.mean()\n        return loss.sum()\n\n\n"
        "x = torch.tensor(@f3x4, requires_grad=True)\ny = torch.tensor(@y3u4)\nfl = FocalLoss(«|gamma=0|reduction='sum'»)\n"
        "out = fl(x, y)\nprint(out«|.item()»)\nout.backward()\nprint(x.grad)",
    ),
    "dice": (
        20,
        "class DiceLoss(nn.Module):\n    def __init__(self, smooth=1.):\n        super().__init__()\n        self.smooth = smooth\n"
        "    def forward(self, pred, target):\n        pred = torch.sigmoid(pred)\n        «pred = pred.view(-1)\n"
        "        target = target.view(-1)|pred, target = pred.flatten(), target.flatten()»\n"
        "        inter = (pred * target).sum()\n        return 1 - (2. * inter + self.smooth) / (pred.sum() + target.sum() + self.smooth)\n"
        "pred = torch.tensor(@f2x3)\nmask = torch.tensor(@b2x3).float()\nprint(DiceLoss()(pred, mask))\n"
        "print(«F.binary_cross_entropy_with_logits(pred, mask)|nn.BCEWithLogitsLoss()(pred, mask) + DiceLoss(0.)(pred, mask + 1)|"
        "((torch.sigmoid(pred) > 0.5) == mask.bool()).float().mean()»)",
    ),
    "bce and ce": (
        40,
        "x = torch.tensor(@f4)\ny = torch.tensor(@b4).float()\np = torch.sigmoid(x)\n"
        "print(«F.binary_cross_entropy(p, y)|nn.BCELoss()(p, y)|nn.BCEWithLogitsLoss()(x, y)|"
        "F.binary_cross_entropy_with_logits(x, y, reduction='none')|nn.BCEWithLogitsLoss(pos_weight=torch.tensor(2.0))(x, y)|"
        "nn.BCELoss(weight=torch.tensor(@p4))(p, y)|F.binary_cross_entropy_with_logits(x, y, pos_weight=torch.tensor([3.]))»)\n"
        "print(«-(y * torch.log(p) + (1 - y) * torch.log(1 - p)).mean()|F.cross_entropy(torch.stack([-x, x], 1) / 2, y.long())|"
        "F.cross_entropy(torch.stack([torch.zeros_like(x), x], dim=1), y.long())|F.softplus(x).sub(x * y).mean()|"
        "-torch.where(y == 1, p, 1 - p).log().mean()|-F.logsigmoid(x)|torch.xlogy(y, p).sum()|torch.special.xlogy(y, p)|"
        "(p > 0.5).eq(y.bool()).sum().item()|torch.special.expit(x)|torch.logit(p)»)",
    ),
    "multi label": (
        20,
        "scores = torch.tensor(@f2x3)\nlabels = torch.tensor(@b2x3)\n"
        "print(«nn.MultiLabelSoftMarginLoss()(scores, labels.float())|F.multilabel_soft_margin_loss(scores, labels.float())|"
        "nn.BCEWithLogitsLoss(reduction='sum')(scores, labels.float())|F.binary_cross_entropy_with_logits(scores, labels.double().float())|"
        "nn.BCEWithLogitsLoss()(scores, labels.long())»)\npreds = torch.sigmoid(scores) > 0.5\n"
        "print(preds, (preds == labels).all(dim=1).float().mean(), «(preds & labels).sum(0)|torch.logical_or(preds, labels).sum()|"
        "(preds ^ labels).sum().item()|preds.int() - labels.int()»)",
    ),
    "margin": (
        30,
        "a = torch.tensor(@f2x3, requires_grad=True)\nb = torch.tensor(@f2x3)\nc = torch.tensor(@f2x3)\n"
        "loss = «nn.TripletMarginLoss(margin=1.0)(a, b, c)|F.triplet_margin_loss(a, b, c)|F.multi_margin_loss(a, torch.tensor([0, 2]))|"
        "nn.MultiMarginLoss()(a, torch.tensor([1, 0]))|F.margin_ranking_loss(a[:, 0], b[:, 0], torch.tensor([1., -1.]))|"
        "nn.MarginRankingLoss(margin=0.5)(a.sum(1), b.sum(1), torch.tensor([1., -1.]))|nn.HingeEmbeddingLoss()(a, b.sign())|"
        "nn.CosineEmbeddingLoss()(a, b, torch.tensor([1., -1.]))|F.cosine_embedding_loss(a, b, torch.tensor([1, -1]), margin=0.2)|"
        "nn.SoftMarginLoss()(a, b.sign())|F.hinge_embedding_loss(a, b.sign(), margin=2.0)|"
        "torch.clamp(1 - a * b.sign(), min=0).mean()|nn.PoissonNLLLoss()(a, c.abs())|nn.GaussianNLLLoss()(a, b, torch.ones(2, 3))»\n"
        "print(loss)\nloss.backward()\nprint(a.grad)",
    ),
    "contrastive": (
        30,
        "z1 = F.normalize(torch.tensor(@f3x4), dim=1)\nz2 = F.normalize(torch.tensor(@f3x4), dim=«1|-1»)\n"
        "sim = «z1 @ z2.T|torch.mm(z1, z2.t())|F.cosine_similarity(z1.unsqueeze(1), z2.unsqueeze(0), dim=-1)|"
        "torch.einsum('id,jd->ij', z1, z2)|torch.matmul(z1, z2.transpose(0, 1))» / «0.07|0.5»\nlabels = torch.arange(3)\n"
        "loss = F.cross_entropy(sim, labels)\nprint(loss)\nprint(«sim|sim.diag()|torch.diagonal(sim)|"
        "(F.cross_entropy(sim, labels) + F.cross_entropy(sim.t(), labels)) / 2|sim.masked_fill(torch.eye(3, dtype=torch.bool), "
        "float('-inf')).softmax(1)|sim.argmax(1) == labels|torch.triu(sim, diagonal=1)|torch.tril(sim)|"
        "nn.CosineSimilarity(dim=1)(z1, z2)|torch.cdist(z1, z2)|F.pairwise_distance(z1, z2)|torch.norm(z1 - z2, dim=1)»)",
    ),
    "kl": (
        40,
        "p = torch.tensor(@q2x3)\nlogits = torch.tensor(@f2x3)\nq = F.softmax(logits, dim=-1)\n"
        "print(«F.kl_div(q.log(), p, reduction='batchmean')|nn.KLDivLoss(reduction='batchmean')(F.log_softmax(logits, dim=-1), p)|"
        "nn.KLDivLoss()(q.log(), p)|F.kl_div(q.log(), p, reduction='sum')|nn.KLDivLoss(reduction='none')(q.log(), p)|"
        "F.kl_div(F.log_softmax(logits, -1), F.log_softmax(logits * 2, -1), log_target=True, reduction='batchmean')|"
        "F.kl_div(q.log(), p, size_average=False)»)\n"
        "print(«(p * (p / q).log()).sum(-1)|(p * (p.clamp(min=1e-8).log() - q.log())).sum(dim=1).mean()|"
        "-(p * q.log()).sum(1)|torch.distributions.kl_divergence(Categorical(probs=q), Categorical(probs=torch.ones(2, 3) / 3))|"
        "torch.distributions.Categorical(probs=p + 0.1).entropy()|-torch.xlogy(p, p).sum(dim=-1)|torch.special.entr(p).sum(-1)|"
        "torch.distributions.Categorical(logits=logits).log_prob(torch.tensor([0, 2]))|"
        "0.5 * (F.kl_div(q.log(), (p + q) / 2) + F.kl_div(q.log(), q))|F.cross_entropy(logits, p)»)",
    ),
    "distributions": (
        30,
        "«from torch.distributions import Categorical, Normal, kl_divergence|from torch.distributions import Categorical, Normal, Bernoulli, kl_divergence»\nimport torch\n"
        "import torch.nn.functional as F\n"
        "logits = torch.tensor(@f2x3, requires_grad=True)\ndist = Categorical(«logits=logits|probs=F.softmax(logits, -1)|"
        "logits.softmax(-1)»)\nactions = torch.tensor(@y2u3)\n«print(dist.log_prob(actions))|print(dist.entropy())|print(dist.probs)|"
        "loss = -(dist.log_prob(actions) * torch.tensor([1.0, -0.5])).mean()\nloss.backward()\nprint(loss, logits.grad)|"
        "print(F.cross_entropy(logits, actions, reduction='none'), -dist.log_prob(actions))|"
        "n = Normal(torch.tensor(0.5), torch.tensor(2.0))\nprint(n.log_prob(torch.tensor(1.0)), n.entropy(), n.mean, n.stddev)|"
        "print(kl_divergence(Normal(0.0, 1.0), Normal(torch.tensor(1.0), torch.tensor(2.0))))|"
        "print(kl_divergence(dist, Categorical(logits=torch.zeros(2, 3))))|print(dist.logits)»",
    ),
    "vae": (
        15,
        "mu = torch.tensor(@f2x3)\nlogvar = torch.tensor(@f2x3)\nx = torch.tensor(@q2x3)\nrecon = torch.sigmoid(torch.tensor(@f2x3))\n"
        "def loss_function(recon_x, x, mu, logvar):\n    BCE = F.binary_cross_entropy(recon_x, x, reduction='sum')\n"
        "    KLD = -0.5 * torch.sum(1 + logvar - mu.pow(2) - logvar.exp())\n    return BCE + KLD\n"
        "print(loss_function(recon, x, mu, logvar)«|.item()»)\nprint(«F.mse_loss(recon, x)|F.l1_loss(recon, x, reduction='sum')|"
        "F.smooth_l1_loss(recon, x)|nn.HuberLoss()(recon, x)|F.mse_loss(recon, x, size_average=False)|"
        "F.mse_loss(recon, x, reduce=False)»)",
    ),
    "sequences": (
        40,
        "B, T, V = 2, 3, 4\nlogits = torch.tensor(@f2x3x4«|, requires_grad=True»)\ntargets = torch.tensor([[1, 2, 0], [3, 0, 0]])\n"
        "loss = «F.cross_entropy(logits.view(-1, V), targets.view(-1), ignore_index=0)|"
        "F.cross_entropy(logits.permute(0, 2, 1), targets)|nn.CrossEntropyLoss(ignore_index=0)(logits.transpose(1, 2), targets)|"
        "F.cross_entropy(logits.reshape(B * T, V), targets.flatten())|F.cross_entropy(logits[:, :-1].reshape(-1, V), "
        "targets[:, 1:].reshape(-1))|F.nll_loss(F.log_softmax(logits, dim=-1).view(-1, V), targets.view(-1))|"
        "F.cross_entropy(logits.transpose(1, 2), targets, reduction='none')|F.cross_entropy(logits, targets)»\nprint(loss)\n"
        "mask = (targets != 0)«.float()|»\nper_token = F.cross_entropy(logits.transpose(1, 2), targets, reduction='none')\n"
        "print(«(per_token * mask).sum() / mask.sum()|(per_token * mask).sum(dim=1) / mask.sum(1)|per_token.masked_fill(mask == 0, 0.)|"
        "torch.exp(per_token.mean())|mask.sum().item()|per_token[mask.bool()].mean()|per_token.masked_select(mask.bool())|"
        "math.exp(per_token.mean().item())|per_token.shape, mask.dtype|(logits.argmax(-1) == targets)[mask.bool()].float().mean()»)",
    ),
    "padding": (
        20,
        "from torch.nn.utils.rnn import pad_sequence\nimport torch\nimport torch.nn as nn\nimport torch.nn.functional as F\n"
        "seqs = [torch.tensor(@y3u5), torch.tensor(@y2u5), torch.tensor(@y4u5)]\n"
        "padded = pad_sequence(seqs, batch_first=«True|False»«|, padding_value=-100|, padding_value=0»)\nprint(padded)\n"
        "lengths = torch.tensor([len(s) for s in seqs])\nmask = torch.arange(lengths.max())[None, :] < lengths[:, None]\n"
        "print(«mask|mask.float()|padded.shape, mask.shape|lengths.max(), mask.sum(1)|~mask»)",
    ),
    "attention": (
        25,
        "q = torch.tensor(@f2x3)\nk = torch.tensor(@f2x3)\nv = torch.tensor(@f2x3)\nscores = q @ k.«T|transpose(-2, -1)» / «3 ** 0.5|"
        "math.sqrt(q.size(-1))»\nmask = torch.«tril(torch.ones(2, 2))|triu(torch.ones(2, 2), diagonal=1) == 0»\n"
        "scores = scores.masked_fill(mask == 0, «float('-inf')|-1e9|torch.finfo(torch.float32).min»)\n"
        "attn = F.softmax(scores, dim=-1)\nprint(attn)\nprint(«attn @ v|torch.bmm(attn[None], v[None])|torch.einsum('ij,jk->ik', attn, v)|"
        "F.scaled_dot_product_attention(q[None], k[None], v[None])|attn.sum(-1)»)",
    ),
    "segmentation": (
        20,
        "logits = torch.tensor(@f1x3x2x2)\nmask = torch.tensor([[[0, 2], [1, 1]]])\n"
        "print(«F.cross_entropy(logits, mask)|nn.CrossEntropyLoss()(logits, mask)|nn.CrossEntropyLoss(weight=torch.tensor([1., 2., 3.]))"
        "(logits, mask)|F.cross_entropy(logits, mask, reduction='none')|nn.NLLLoss()(F.log_softmax(logits, dim=1), mask)|"
        "F.cross_entropy(logits, mask.unsqueeze(1))|nn.NLLLoss(ignore_index=1)(F.log_softmax(logits, 1), mask)»)\n"
        "print(«logits.argmax(dim=1)|F.one_hot(mask, 3).permute(0, 3, 1, 2).shape|(logits.argmax(1) == mask).float().mean()|"
        "logits.max(dim=1).values|F.softmax(logits, dim=1)[0, :, 0, 0]»)",
    ),
    "distillation": (
        20,
        "T = «2.0|4.0|3»\nalpha = 0.5\nstudent = torch.tensor(@f2x3, requires_grad=True)\nteacher = torch.tensor(@f2x3)\n"
        "labels = torch.tensor(@y2u3)\nsoft = nn.KLDivLoss(reduction='batchmean')(F.log_softmax(student / T, dim=1), "
        "F.softmax(teacher / T, dim=1)) * (T * T)\nhard = F.cross_entropy(student, labels)\n"
        "loss = alpha * soft + (1. - alpha) * hard\nloss.backward()\nprint(f'{soft.item():.4f} {hard.item():.4f} {loss.item():.4f}')\n"
        "print(student.grad)",
    ),
    "mixup": (
        15,
        "lam = «0.3|0.7»\nout = torch.tensor(@f3x4)\ny_a = torch.tensor(@y3u4)\ny_b = y_a[«torch.tensor([2, 0, 1])|[1, 2, 0]»]\n"
        "criterion = nn.CrossEntropyLoss()\nprint(lam * criterion(out, y_a) + (1 - lam) * criterion(out, y_b))\n"
        "soft = lam * F.one_hot(y_a, 4) + (1 - lam) * F.one_hot(y_b, 4)\nprint(soft, criterion(out, soft))",
    ),
    "metrics": (
        40,
        "logits = torch.tensor(@f5x3)\nlabels = torch.tensor(@y5u3)\npreds = «logits.argmax(dim=1)|torch.max(logits, 1)[1]|"
        "logits.max(1).indices|torch.argmax(logits, -1)»\nprint(«(preds == labels).float().mean().item()|"
        "torch.sum(preds == labels).item() / labels.size(0)|preds.eq(labels).sum().item()|(preds == labels).sum() / len(labels)|"
        "logits.topk(2, dim=1)|logits.topk(2, 1, True, True)[1].t().eq(labels.view(1, -1).expand(2, 5)).sum()|"
        "torch.bincount(labels * 3 + preds, minlength=9).reshape(3, 3)|torch.unique(preds)|preds.unique(return_counts=True)|"
        "np.mean(preds.numpy() == labels.numpy())|torch.zeros(3, 3).index_put_((labels, preds), torch.ones(5), accumulate=True)|"
        "[(labels == c).sum().item() for c in range(3)]|Counter(preds.tolist())|Counter(labels.tolist()).most_common(1)|"
        "torch.histc(labels.float(), bins=3, min=0, max=2)|torch.sort(logits, dim=1, descending=True).values|"
        "(preds[labels == 1] == 1).sum()|torch.where(preds == labels)[0]|(preds != labels).nonzero(as_tuple=True)»)\n"
        "cm = torch.zeros(3, 3, dtype=torch.int64)\nfor t, p in zip(labels, preds):\n    cm[t«.long()|», p«.long()|»] += 1\nprint(cm)\n"
        "print(cm.diag() / cm.sum(1)«|.clamp(min=1)»)",
    ),
    "shape errors": (
        40,
        "logits = torch.tensor(@f3x4)\ntarget = torch.tensor(@y3u4)\n«print(F.cross_entropy(logits, target.unsqueeze(1)))|"
        "print(F.cross_entropy(logits, target.float()))|print(F.cross_entropy(logits, F.one_hot(target, 4)))|"
        "print(F.cross_entropy(logits[:2], target))|print(nn.CrossEntropyLoss()(logits, target + 4))|"
        "print(nn.NLLLoss()(logits, target.int()))|print(nn.CrossEntropyLoss(logits, target))|print(F.nll_loss(logits, target.view(3, 1)))|"
        "print(nn.BCELoss()(logits, target))|print(F.mse_loss(logits, target))|print(nn.BCELoss()(logits, logits))|"
        "loss = F.cross_entropy(logits, target)\nloss.backward()|lin = nn.Linear(3, 2)\nprint(lin(logits))|"
        "print(F.cross_entropy(logits.argmax(1), target))|model = nn.Sequential(nn.Linear(4, 2), nn.Linear(3, 2))\nprint(model(logits))|"
        "print(nn.Embedding(3, 2)(target + 3))|print(nn.CrossEntropyLoss(weight=torch.ones(3))(logits, target))|"
        "nn.Linear(4)|print(F.kl_div(logits, target))|print(nn.Linear(4, 2)(logits.long()))|torch.optim.SGD([], lr=0.1)|"
        "print(nn.Linear(4, 2).weights)|print(nn.KLDivLoss()(logits.log_softmax(1), logits[:, :2]))»",
    ),
    "numerics": (
        30,
        "x = torch.tensor([«1000., 10., -1000.|88., 89., 90.|1e-8, 0., 1.|0., -0., 5.»])\n"
        "print(«torch.exp(x) / torch.exp(x).sum()|F.softmax(x, dim=0)|torch.log(F.softmax(x, dim=0))|F.log_softmax(x, dim=0)|x.exp().log()|"
        "torch.logsumexp(x, 0)|torch.logaddexp(x, torch.zeros(3))|torch.log(x + torch.finfo(x.dtype).eps)|x.log().nan_to_num()|"
        "torch.log1p(x.abs())|torch.expm1(x)|torch.isnan(x.log())|torch.sigmoid(x)|torch.erf(x)|torch.special.erfc(x)|"
        "torch.nan_to_num(x / x)|torch.isfinite(x.exp())|F.softmax(x.half().float(), 0)|x.to(torch.float16)|x.double().softmax(0)|"
        "torch.clamp(x, 1e-7, 1 - 1e-7).log()»)\nprint(torch.finfo(«torch.float32).eps|torch.float16).max|torch.float32).tiny|"
        "torch.float64).min|x.dtype).max»)\n«|print(torch.iinfo(torch.int64).max)|print(F.gelu(x), F.hardtanh(x))|print(F.softmin(x, 0))|"
        "torch.set_printoptions(precision=«2|8|10»)\nprint(x, torch.tensor(@f3))|torch.set_printoptions(sci_mode=False)\nprint(x / 3)|"
        "torch.set_default_dtype(torch.float64)\nprint(torch.tensor(@f3), torch.ones(2))»",
    ),
    "operations": (
        60,
        "x = torch.tensor(@f3x4)\ny = torch.tensor(@f3x4)\nprint(«torch.einsum('ij,kj->ik', x, y)|torch.einsum('bi,bi->b', x, y)|"
        "torch.einsum('ij->ji', x)|torch.einsum('ij->', x)|torch.einsum('i,j->ij', x[0], y[0])|torch.outer(x[0], y[0])|"
        "torch.triu(x)|x.tril(-1)|torch.diag(x[0])|torch.cumsum(x, dim=1)|x.cumprod(1)|torch.flip(x, [1])|torch.roll(x, 1, 0)|"
        "F.pad(x, (1, 1), value=-1.)|x.repeat(2, 1)|x.repeat_interleave(2, dim=0)|torch.meshgrid(x[0], y[0], indexing='ij')[0]|"
        "torch.cat([x, y], dim=-1)|torch.stack((x, y)).mean(0)|torch.chunk(x, 2, dim=1)|x.split([1, 3], dim=1)|"
        "torch.where(x > 0, x, torch.zeros_like(x))|x.clamp(-1, 1)|torch.maximum(x, y)|x.std(), x.var(dim=0)|x.norm(p=2, dim=1)|"
        "torch.linalg.norm(x, dim=1)|x.median(), x.mode()|torch.quantile(x, 0.5)|x.argsort(dim=1, descending=True)|"
        "torch.bucketize(x, torch.tensor([-1., 0., 1.]))|torch.searchsorted(torch.tensor([0., 1.]), x)|x.unfold(1, 2, 1)|"
        "torch.index_select(x, 0, torch.tensor([0, 2]))|x.take(torch.tensor([0, 5]))|torch.gather(x, 1, x.argsort(1))|x.T @ y|"
        "torch.baddbmm(x[None, :, :3], x[None], y.T[None])|torch.tensordot(x, y, dims=([1], [1]))|torch.kron(x[:1, :2], y[:2, :1])|"
        "torch.linalg.det(x[:, :3])|torch.linspace(0, 1, 5)|torch.logspace(0, 2, 3)|torch.arange(0, 1, 0.25)|torch.full((2, 2), 7)|"
        "torch.combinations(torch.arange(3))|torch.cartesian_prod(torch.arange(2), torch.arange(2))|x.diff(dim=1)|torch.cov(x)|"
        "torch.cosine_similarity(x, y)|torch.dist(x, y)|x.sign(), x.frac()|torch.atan2(x, y)|torch.hypot(x, y)|torch.fmod(x, 2)|"
        "torch.block_diag(x[:1, :1], y[:1, :2])|x.amax(dim=(0, 1))|torch.aminmax(x)|torch.count_nonzero(x > 0)|torch.ger(x[0], y[0])|"
        "torch.FloatTensor([1, 2])|torch.LongTensor([[1, 2]])|torch.Tensor([1, 2])|torch.Tensor(2, 3).shape|torch.ByteTensor([1, 0])|"
        "torch.BoolTensor([True])|torch.DoubleTensor([0.1])|torch.IntTensor([3]).dtype»)",
    ),
    "legacy": (
        20,
        "from torch.autograd import Variable\nimport torch\nimport torch.nn as nn\nimport torch.nn.functional as F\n"
        "x = Variable(torch.FloatTensor(@f2x3), requires_grad=True)\ny = Variable(torch.LongTensor(@y2u3))\n"
        "loss = «nn.CrossEntropyLoss(size_average=«False|True»)(x, y)|F.cross_entropy(x, y, size_average=False)|"
        "F.cross_entropy(x, y, reduce=False)|nn.NLLLoss(reduce=False)(F.log_softmax(x, 1), y)|nn.NLLLoss(size_average=False)(x, y)|"
        "nn.MSELoss(size_average=False)(x, x.detach() + 1)|nn.BCEWithLogitsLoss(size_average=False)(x, x.detach().sign().clamp(0))|"
        "nn.L1Loss(reduce=False)(x, x.detach() + 1)|nn.KLDivLoss(size_average=False)(F.log_softmax(x, 1), F.softmax(x.detach(), 1))|"
        "nn.CrossEntropyLoss(None, True)(x, y)»\nprint(loss«|.data|.data.numpy()»)\nloss.sum().backward()\nprint(x.grad.data)",
    ),
    "numpy": (
        40,
        "logits = np.array(@f2x3)\ny = np.array(@y2u3)\n«exp = np.exp(logits - logits.max(axis=1, keepdims=True))\n"
        "probs = exp / exp.sum(axis=1, keepdims=True)\nprint(probs)\nprint(-np.log(probs[np.arange(2), y]).mean())|"
        "def cross_entropy(p, y):\n    return -np.sum(np.log(p[range(len(y)), y])) / len(y)\n"
        "probs = np.exp(logits) / np.exp(logits).sum(1)[:, None]\nprint(cross_entropy(probs, y))|"
        "t = torch.from_numpy(logits)\nprint(F.cross_entropy(t, torch.from_numpy(y)))|print(np.float32(0.5), np.int64(3), -np.log(0.7))|"
        "print(torch.tensor(logits, dtype=torch.float32), torch.as_tensor(y).long())|onehot = np.eye(3)[y]\nprint(onehot)\n"
        "print(-(onehot * np.log(np.full((2, 3), 1 / 3))).sum(axis=1))|print(np.argmax(logits, axis=1), (logits.argmax(1) == y).mean())|"
        "loss = F.cross_entropy(torch.tensor(logits).float(), torch.tensor(y))\nprint(loss.numpy(), loss.item(), float(loss))|"
        "print(np.unique(y, return_counts=True))|print(np.bincount(y, minlength=3))|print(np.mean(logits), np.std(logits))|"
        "x = np.float32(0.1)\nprint(x + np.float32(0.2), type(x).__name__)|print(np.clip(logits, -1, 1), np.log(1e-12))|"
        "print(np.allclose(logits, logits + 1e-9), np.isnan(logits).any())|print(np.sum(np.square(logits)), np.dot(logits[0], logits[1]))|"
        "print(np.maximum(logits, 0), np.where(logits > 0, 1, 0))|print(np.concatenate([logits, logits]).shape, np.stack([y, y]))|"
        "def sigmoid(z):\n    return 1 / (1 + np.exp(-z))\nprint(sigmoid(logits), sigmoid(0.5))|print(np.outer(y, y), np.linspace(0, 1, 3))»",
    ),
    "python": (
        30,
        "«from dataclasses import dataclass\n@dataclass\nclass Config:\n    lr: float = 0.1\n    classes: int = 3\n    name: str = 'ce'\n"
        "cfg = Config(«|lr=0.5|0.2, 4»)\nprint(cfg, cfg.lr * 2)|losses = {'train': [], 'val': []}\nfor i in range(3):\n"
        "    losses['train'].append(1 / (i + 1))\nprint({k: [round(v, 3) for v in vs] for k, vs in losses.items()})|"
        "from collections import defaultdict\nd = defaultdict(list)\nfor k, v in [('a', 1), ('b', 2), ('a', 3)]:\n    d[k].append(v)\n"
        "print(dict(d), d['a'])|class AverageMeter:\n    def __init__(self):\n        self.reset()\n    def reset(self):\n        self.sum = 0\n"
        "        self.count = 0\n    def update(self, val, n=1):\n        self.sum += val * n\n        self.count += n\n    @property\n"
        "    def avg(self):\n        return self.sum / self.count\nm = AverageMeter()\nfor v in [1.5, 2.5]:\n    m.update(v, 2)\n"
        "print(m.avg, m.count)|import random\nrandom.seed(0)\ntorch.manual_seed(0)\nprint(torch.rand(2))|"
        "from collections import Counter\nprint(Counter('abca'), sum(Counter([1, 1, 2]).values()))|print(2 + 3j, abs(3 + 4j))|"
        "words = ['cat', 'dog', 'cat']\nvocab = {w: i for i, w in enumerate(sorted(set(words)))}\nprint(torch.tensor([vocab[w] for w in words]))|"
        "best = float('inf')\nfor e, v in enumerate([0.9, 0.5, 0.7]):\n    if v < best:\n        best = v\n        print(f'{e}: new best {v:.2f}')\n"
        "    else:\n        print(f'{e:>3}: {v:<6.1f};')|try:\n    F.cross_entropy(torch.ones(2, 3), torch.tensor([0, 5]))\n"
        "except (IndexError, RuntimeError) as e:\n    print(type(e).__name__, e)|device = torch.device('cuda' if torch.cuda.is_available() else 'cpu')\n"
        "x = torch.ones(2).to(device)\nprint(x.device, x)|import time\nstart = time.time()\nprint(torch.ones(2).sum())|"
        "from functools import partial\nce = partial(F.cross_entropy, reduction='sum')\nprint(ce(torch.ones(2, 3), torch.tensor([0, 1])))|"
        "print(torch.__version__ >= '1.0')|import torch as th\nprint(th.zeros(2))»",
    ),
    "typical question": (
        40,
        "loss_fn = nn.CrossEntropyLoss()\n"
        "«torch.manual_seed(«0|42»)\ninput = torch.randn(«3, 5|10, 5|2, 3», requires_grad=True)\n"
        "target = torch.«empty(input.size(0), dtype=torch.long).random_(«3|2»)|randint(0, 3, (input.size(0),))»|"
        "input = torch.tensor(@f3x5, requires_grad=True)\ntarget = torch.tensor(@y3u5)»\noutput = loss_fn(input, target)\noutput.backward()\n"
        "print(«output|output.item()|input.grad|input.grad.sum(dim=1)|target, output|input»)\n"
        "«|print(input)|print(nn.LogSoftmax(dim=1)(input).exp().sum(1))|print(F.softmax(input, dim=1))|"
        "soft = torch.randn(*input.shape).softmax(dim=1)\nprint(loss_fn(input, soft))»",
    ),
}
