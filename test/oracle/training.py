"""Trains a small network with both losses on each form of its scores, right and wrong, and writes how well it learned.

Run it with PyTorch 2.13; it takes a minute. Samples of 3, 10 and 100 classes around one centre each, in 32 dimensions;
one hidden layer; SGD and Adam with the same learning rate for all forms; 600 steps of 128 samples; three seeds. A row of
training.json has the accuracy of each seed on 2,000 samples that were not trained on, and the loss of the first seed at
the steps in the head.
"""

import itertools

import torch
import torch.nn.functional as F

from encode import encode_number
from write_json import write_json

STEPS, BATCH, FEATURES, HIDDEN, SEEDS = 600, 128, 32, 64, (0, 1, 2)
SEEN = (0, 1, 10, 50, 100, 200, 400, 599)

LOSSES = {
    "CrossEntropyLoss(logits)": F.cross_entropy,
    "CrossEntropyLoss(log_softmax)": lambda x, y: F.cross_entropy(F.log_softmax(x, dim=1), y),
    "CrossEntropyLoss(softmax)": lambda x, y: F.cross_entropy(F.softmax(x, dim=1), y),
    "NLLLoss(softmax)": lambda x, y: F.nll_loss(F.softmax(x, dim=1), y),
    "NLLLoss(logits)": F.nll_loss,
    "NLLLoss(-log_softmax)": lambda x, y: F.nll_loss(-F.log_softmax(x, dim=1), y),
    "CrossEntropyLoss(sigmoid)": lambda x, y: F.cross_entropy(x.sigmoid(), y),
    "NLLLoss(sigmoid)": lambda x, y: F.nll_loss(x.sigmoid(), y),
}
OPTIMIZERS = {
    "SGD": lambda parameters: torch.optim.SGD(parameters, lr=0.1),
    "Adam": lambda parameters: torch.optim.Adam(parameters, lr=0.003),
}


def blobs(classes, generator):
    """Draws samples around one centre for each class."""
    centres = 2 * torch.randn(classes, FEATURES, generator=generator)

    def draw(count):
        y = torch.randint(classes, (count,), generator=generator)
        return centres[y] + torch.randn(count, FEATURES, generator=generator), y

    return draw


def train(loss_of, optimizer_of, classes, seed):
    """Accuracy on samples that were not trained on, and the loss at the steps in SEEN."""
    torch.manual_seed(seed)
    draw = blobs(classes, torch.Generator().manual_seed(seed))
    model = torch.nn.Sequential(
        torch.nn.Linear(FEATURES, HIDDEN), torch.nn.ReLU(), torch.nn.Linear(HIDDEN, classes)
    )
    optimizer = optimizer_of(model.parameters())
    losses = []
    for step in range(STEPS):
        x, y = draw(BATCH)
        loss = loss_of(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if step in SEEN:
            losses.append(loss.item())
    x, y = draw(2000)
    return (model(x).argmax(1) == y).float().mean().item(), losses


def row_of(classes, optimizer, loss):
    """The runs of all seeds, as a row of training.json."""
    runs = [train(LOSSES[loss], OPTIMIZERS[optimizer], classes, seed) for seed in SEEDS]
    return {
        "classes": classes,
        "optimizer": optimizer,
        "loss": loss,
        "accuracies": [round(accuracy, 4) for accuracy, _ in runs],
        "losses": [encode_number(float(f"{one:.4g}")) for one in runs[0][1]],
    }


if __name__ == "__main__":
    torch.set_num_threads(1)
    rows = [row_of(*case) for case in itertools.product((3, 10, 100), OPTIMIZERS, LOSSES)]
    write_json("training.json", {"torch": torch.__version__, "steps": SEEN}, rows)
