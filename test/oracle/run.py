"""Makes one call in PyTorch and writes down what came of it."""

import warnings

import torch
import torch.nn.functional as F

from encode import encode_number, encode_tensor

FUNCTIONS = {"crossEntropyLoss": F.cross_entropy, "nllLoss": F.nll_loss, "klDivLoss": F.kl_div}
OPTION_NAMES = {
    "ignoreIndex": "ignore_index",
    "labelSmoothing": "label_smoothing",
    "reduction": "reduction",
    "logTarget": "log_target",
    "weight": "weight",
}


def message_of(error):
    """The message without the C++ frames that some builds append."""
    return str(error).split("\nException raised from")[0]


def call(loss, input, target, options):
    keywords = {OPTION_NAMES[name]: value for name, value in options.items()}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return FUNCTIONS[loss](input, target, **keywords)


def outcome(loss, input, target, options):
    """Output and the gradient of its sum with respect to the input, or the error."""
    leaf = input.detach().clone()
    if leaf.is_floating_point():
        leaf.requires_grad_()
    try:
        output = call(loss, leaf, target, options)
    except Exception as error:
        return {"error": {"type": type(error).__name__, "message": message_of(error)}}
    result = {"output": encode_tensor(output)}
    if leaf.requires_grad:
        try:
            output.sum().backward()
            result["gradInput"] = encode_tensor(leaf.grad)
        except Exception as error:
            result["backwardError"] = {"type": type(error).__name__, "message": message_of(error)}
    return result


def encode_option(value):
    if isinstance(value, torch.Tensor):
        return encode_tensor(value)
    return encode_number(value) if isinstance(value, float) else value


def row(case):
    """A fixture row: the call as data, and its outcome."""
    options = {name: encode_option(value) for name, value in case["options"].items()}
    return {
        "name": case["name"],
        "loss": case["loss"],
        "input": encode_tensor(case["input"]),
        "target": encode_tensor(case["target"]),
        "options": options,
        **outcome(case["loss"], case["input"], case["target"], case["options"]),
    }
