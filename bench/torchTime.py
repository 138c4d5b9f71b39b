"""Milliseconds of processor time that Python code with PyTorch takes, median of the runs, one thread.

Arguments: runs, how often the code is called in a run, what comes before it, the code. With LOSS_LENS_WARM=1 the C
library keeps the memory that is freed, so that no call waits for the system to give some.
"""
import ctypes
import os
import statistics
import sys
import time

import torch
import torch.nn.functional as F

runs, calls = int(sys.argv[1]), int(sys.argv[2])
setup, code = (compile(text, 'bench', 'exec') for text in sys.argv[3:5])
torch.set_num_threads(1)
if os.environ.get('LOSS_LENS_WARM'):
    M_TRIM_THRESHOLD, M_MMAP_MAX = -1, -4
    libc = ctypes.CDLL(None)
    libc.mallopt(M_MMAP_MAX, 0)
    libc.mallopt(M_TRIM_THRESHOLD, 2**31 - 1)
    touched = torch.ones(64 * 2**20)
    del touched
exec(setup)
times = []
for _ in range(runs + 2):
    start = time.process_time()
    for _ in range(calls):
        exec(code)
    times.append((time.process_time() - start) / calls * 1000)
print(statistics.median(times[2:]))
