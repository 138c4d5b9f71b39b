/** Coefficients from the highest power on. */
function polynomial(x: number, coefficients: readonly number[]): number {
  return coefficients.reduce((sum, one) => sum * x + one, 0);
}

const small = {
  above: [
    -2.3763016656650163e-5, -0.005770270296489442, -0.02848174957559851, -0.3250421072470015,
    0.12837916709551256,
  ],
  below: [
    -3.960228278775368e-6, 0.00013249473800432164, 0.005081306281875766, 0.0650222499887673,
    0.39791722395915535, 1,
  ],
};

const around1 = {
  above: [
    -0.002166375594868791, 0.035478304325618236, -0.11089469428239668, 0.31834661990116175,
    -0.3722078760357013, 0.41485611868374833, -0.0023621185607526594,
  ],
  below: [
    0.011984499846799107, 0.01363708391202905, 0.12617121980876164, 0.07182865441419627, 0.540397917702171,
    0.10642088040084423, 1,
  ],
};

const middle = {
  above: [
    -9.814329344169145, -81.2874355063066, -184.60509290671104, -162.39666946257347, -62.375332450326006,
    -10.558626225323291, -0.6938585727071818, -0.009864944034847148,
  ],
  below: [
    -0.0604244152148581, 6.570249770319282, 108.63500554177944, 429.00814002756783, 645.3872717332679,
    434.56587747522923, 137.65775414351904, 19.651271667439257, 1,
  ],
};

const large = {
  above: [
    -483.5191916086514, -1025.0951316110772, -637.5664433683896, -160.63638485582192, -17.757954917754752,
    -0.799283237680523, -0.0098649429247001,
  ],
  below: [
    -22.44095244658582, 474.52854120695537, 2553.0504064331644, 3199.8582195085955, 1536.729586084437,
    325.7925129965739, 30.33806074348246, 1,
  ],
};

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);

/** The number without the lower half of its digits. */
function truncated(x: number): number {
  float[0] = x;
  words[0] = 0;
  return float[0];
}

/**
 * The error function, 2/√π ∫₀ˣ exp(-t²) dt, to less than an ulp of float64. Source: fdlibm s_erf.c (Sun Microsystems).
 */
export function erf(x: number): number {
  const size = Math.abs(x);
  if (Number.isNaN(x) || x === 0) return x;
  if (size < 0.84375) {
    const z = x * x;
    return x + x * (polynomial(z, small.above) / polynomial(z, small.below));
  }
  const sign = Math.sign(x);
  if (size < 1.25) {
    const s = size - 1;
    const c = 0.8450629115104675;
    return sign * (c + polynomial(s, around1.above) / polynomial(s, around1.below));
  }
  if (size >= 6) return sign;
  const s = 1 / (size * size);
  const { above, below } = size < 1 / 0.35 ? middle : large;
  const z = truncated(size);
  const tail =
    Math.exp(-z * z - 0.5625) *
    Math.exp((z - size) * (z + size) + polynomial(s, above) / polynomial(s, below));
  return sign * (1 - tail / size);
}
