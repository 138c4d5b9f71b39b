"""All templates: name, how many snippets are wanted of it, text."""

from snippet_autograd import AUTOGRAD_TEMPLATES
from snippet_call_errors import CALL_ERROR_TEMPLATES
from snippet_forms import FORM_TEMPLATES
from snippet_layers import LAYER_TEMPLATES
from snippet_losses import LOSS_TEMPLATES
from snippet_plain_python import PYTHON_TEMPLATES
from snippet_reductions import REDUCTION_TEMPLATES
from snippet_seed import SEED_TEMPLATES
from snippet_tensors import TENSOR_TEMPLATES
from snippet_value_errors import VALUE_ERROR_TEMPLATES
from snippet_writes import WRITE_TEMPLATES

TEMPLATES = {
    **SEED_TEMPLATES,
    **LOSS_TEMPLATES,
    **AUTOGRAD_TEMPLATES,
    **TENSOR_TEMPLATES,
    **REDUCTION_TEMPLATES,
    **FORM_TEMPLATES,
    **PYTHON_TEMPLATES,
    **VALUE_ERROR_TEMPLATES,
    **CALL_ERROR_TEMPLATES,
    **WRITE_TEMPLATES,
    **LAYER_TEMPLATES,
}
