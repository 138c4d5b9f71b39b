/** The losses that are computed side by side, by the names of what they give. */
export const lossKeys = ['crossEntropyLoss', 'nllLoss'] as const;

export type LossKey = (typeof lossKeys)[number];
