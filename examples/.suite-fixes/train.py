import torch
import torch.nn as nn
import torch.nn.functional as F
from model import predict
loss = nn.NLLLoss()(predict(x), y)
