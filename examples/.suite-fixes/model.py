import torch
import torch.nn as nn
import torch.nn.functional as F
def predict(x):
    return F.log_softmax(nn.Linear(4, 3)(x), dim=1)
