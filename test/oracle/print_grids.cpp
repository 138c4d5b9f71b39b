// Prints seeded tensors as LibTorch does, one JSON record a line: see print_grids.sh.
#include <torch/torch.h>
#include <iomanip>
#include <iostream>
#include <sstream>

static std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (char c : text) {
    if (c == '\n') out += "\\n";
    else if (c == '"' || c == '\\') { out += '\\'; out += c; }
    else out += c;
  }
  return out + "\"";
}

int main() {
  torch::manual_seed(7);
  const std::vector<std::vector<int64_t>> shapes = {
      {5}, {1}, {2, 3}, {1, 4}, {4, 1}, {3, 12}, {2, 3, 4}, {2, 2, 2, 3}, {2, 25}};
  for (const auto& shape : shapes) {
    for (int i = 0; i < 24; i++) {
      const double size = std::vector<double>{1, 10, 1e-3, 1e5, 1e-6, 3e7}[i % 6];
      const auto dtype = i % 4 == 3 ? torch::kInt64 : i % 4 == 2 ? torch::kFloat64 : torch::kFloat32;
      auto x = (torch::randn(shape, torch::kFloat64) * (dtype == torch::kInt64 ? 9 : size)).to(dtype);
      if (i % 12 == 4) x.view({-1})[0] = -INFINITY;
      std::ostringstream print;
      torch::print(print, x, i % 2 ? 80 : 50);
      std::ostringstream values;
      auto flat = x.to(torch::kFloat64).contiguous().view({-1});
      for (int64_t j = 0; j < flat.numel(); j++) {
        const double v = flat[j].item<double>();
        values << (j ? "," : "") << std::setprecision(9);
        if (std::isinf(v)) values << "\"-Infinity\""; else values << v;
      }
      std::ostringstream dims;
      for (size_t j = 0; j < shape.size(); j++) dims << (j ? "," : "") << shape[j];
      std::cout << "{\"text\":" << quoted(print.str()) << ",\"shape\":[" << dims.str() << "],\"dtype\":\""
                << (dtype == torch::kInt64 ? "int64" : dtype == torch::kFloat64 ? "float64" : "float32")
                << "\",\"values\":[" << values.str() << "]}\n";
    }
  }
}
