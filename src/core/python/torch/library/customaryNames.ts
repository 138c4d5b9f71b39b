/** The modules that people write without importing them in snippets, by the names that they give them. */
export const customaryNames: Readonly<Record<string, string>> = {
  torch: 'torch',
  nn: 'torch.nn',
  F: 'torch.nn.functional',
  np: 'numpy',
};
