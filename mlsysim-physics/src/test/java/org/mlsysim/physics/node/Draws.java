package org.mlsysim.physics.node;

import java.util.SplittableRandom;

/** Random workloads and devices from a seed, so that a failing case can be drawn again. */
public final class Draws {
  private final SplittableRandom random;

  public Draws(long seed) {
    random = new SplittableRandom(seed);
  }

  public double uniform(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  public double logUniform(double low, double high) {
    return StrictMath.exp(uniform(StrictMath.log(low), StrictMath.log(high)));
  }

  /** A whole number in [low, high]. */
  public double whole(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  public boolean coin() {
    return random.nextBoolean();
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  public final <T> T pick(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  public double bytesPerElement() {
    return pick(0.5, 1.0, 2.0, 4.0);
  }

  /** A workload of any family. */
  public WorkloadForm workload() {
    return switch (pick(WorkloadForm.Family.values())) {
      case TRANSFORMER -> transformer();
      case STATE_SPACE ->
          WorkloadForm.builder(WorkloadForm.Family.STATE_SPACE)
              .parameters(logUniform(1e8, 1e10))
              .layers(whole(8, 80))
              .hiddenDim(256 * whole(2, 32))
              .stateSize(16)
              .build();
      case DIFFUSION ->
          WorkloadForm.builder(WorkloadForm.Family.DIFFUSION)
              .parameters(logUniform(1e8, 1e10))
              .inferenceFlops(logUniform(1e10, 1e13))
              .denoisingSteps(whole(1, 50))
              .build();
      case EMBODIED ->
          WorkloadForm.builder(WorkloadForm.Family.EMBODIED)
              .parameters(logUniform(1e7, 1e10))
              .layers(coin() ? whole(4, 40) : Double.NaN)
              .hiddenDim(4096)
              .build();
      case OTHER ->
          WorkloadForm.builder(WorkloadForm.Family.OTHER)
              .parameters(logUniform(1e5, 1e9))
              .inferenceFlops(logUniform(1e6, 1e11))
              .layers(whole(1, 100))
              .build();
    };
  }

  /** A transformer, every second one with experts. */
  public WorkloadForm transformer() {
    double heads = pick(8.0, 16.0, 32.0, 64.0);
    WorkloadForm.Builder any =
        WorkloadForm.builder(WorkloadForm.Family.TRANSFORMER)
            .parameters(logUniform(1e8, 1e12))
            .layers(whole(8, 100))
            .hiddenDim(heads * pick(64, 128))
            .heads(heads)
            .kvHeads(coin() ? heads / 4 : Double.NaN);
    if (coin()) {
      double parameters = logUniform(1e9, 1e12);
      any.parameters(parameters)
          .activeParameters(parameters * uniform(0.1, 0.9))
          .experts(pick(8.0, 16.0, 64.0))
          .expertsPerToken(whole(1, 4));
    }
    return any.build();
  }

  /** A device, now and then with on-chip memory or flash, and from far too small to ample. */
  public DeviceForm device() {
    double bandwidth = logUniform(1e10, 1e13);
    DeviceForm device =
        DeviceForm.of(logUniform(1e12, 1e16), logUniform(1e9, 1e13), bandwidth)
            .withHost(pick(Double.NaN, 32e9, 64e9), pick(Double.NaN, 400.0, 700.0), 1e-5);
    if (random.nextInt(4) == 0) {
      device = device.withSram(logUniform(1e6, 1e11), bandwidth * uniform(2, 20));
    }
    return random.nextInt(4) == 0
        ? device.withFlash(pick(Double.NaN, logUniform(1e8, 1e12)), pick(Double.NaN, bandwidth / 4))
        : device;
  }
}
