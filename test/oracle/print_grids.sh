#!/bin/sh
# Records test/fixtures/text/grid/libtorch.jsonl: PYTHON=<python with torch> sh test/oracle/print_grids.sh
# Needs g++ and the torch package, whose headers and libraries it uses.
set -e
here=$(dirname "$0")
torch=$("$PYTHON" -c 'import importlib.util as u; print(u.find_spec("torch").submodule_search_locations[0])')
build=$(mktemp -d)
g++ -O0 -std=c++20 -I "$torch/include" -I "$torch/include/torch/csrc/api/include" "$here/print_grids.cpp" \
  -o "$build/print" -L "$torch/lib" -ltorch -ltorch_cpu -lc10 -Wl,-rpath,"$torch/lib"
"$build/print" >"$here/../fixtures/text/grid/libtorch.jsonl"
rm -r "$build"
