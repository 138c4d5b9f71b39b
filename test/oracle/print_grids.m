% Prints random arrays as Octave does, one JSON object a line:
%   octave --no-gui --quiet test/oracle/print_grids.m > test/fixtures/text/grid/octave.jsonl
% Data in row-major order, slices first; "unit" is the size of the last printed digit.

rand("twister", 52); randn("twister", 53);
shapes = {[2 3], [4 1], [1 4], [3 12], [5 5], [2 3 2], [1 30]};
for i = 1:160
  shape = shapes{mod(i, 7) + 1};
  switch mod(i, 5)
    case 0
      x = round(randn(shape) * 100) / 100;
    case 1
      x = round(randn(shape) * 20);
    case 2
      x = rand(shape);
    case 3
      x = randn(shape) * 1000;
    case 4
      x = -rand(shape) * 5;
  end
  if mod(i, 11) == 0
    x(1) = Inf;
  end
  text = evalc("x");
  if ndims(x) > 2
    rows = permute(x, [2 1 3]);
    dims = [size(x, 3), size(x, 1), size(x, 2)];
  else
    rows = x.';
    dims = size(x);
  end
  finite = abs(x(isfinite(x)));
  unit = max([finite(:); 1]) * 1e-4;
  values = strrep(strjoin(arrayfun(@(v) sprintf("%.17g", v), rows(:).', "UniformOutput", false), ","), "Inf", "\"inf\"");
  escaped = strrep(text, "\n", "\\n");
  printf("{\"about\":\"%d\",\"shape\":[%s],\"unit\":%g,\"data\":[%s],\"text\":\"%s\"}\n", i, strjoin(arrayfun(@(v) sprintf("%d", v), dims, "UniformOutput", false), ","), unit, values, escaped);
end
