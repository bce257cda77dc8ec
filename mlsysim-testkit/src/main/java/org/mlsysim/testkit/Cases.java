package org.mlsysim.testkit;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * Random inputs of a property test, the same for the same seed on every machine.
 *
 * <p>A parameterized test takes {@code @MethodSource("org.mlsysim.testkit.Cases#seeded")}. Its n-th
 * case has the seed n, so that the index that a failure prints is its seed: {@link #of} gives the
 * same case again.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Cases {
  private static final int SEEDS = 200;

  private final long seed;
  private final SplittableRandom random;

  private Cases(long seed) {
    this.seed = seed;
    this.random = new SplittableRandom(seed);
  }

  /** Two hundred cases, seeds 1 to 200. */
  public static Stream<Cases> seeded() {
    return LongStream.rangeClosed(1, SEEDS).mapToObj(Cases::new);
  }

  /** The case of a seed. */
  public static Cases of(long seed) {
    return new Cases(seed);
  }

  /** A number in [low, high). */
  public double uniform(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** A number in [low, high) whose logarithm is uniform; low is positive. */
  public double logUniform(double low, double high) {
    double drawn = low * StrictMath.exp(random.nextDouble() * StrictMath.log(high / low));
    return Math.min(Math.max(drawn, low), Math.nextDown(high));
  }

  /** A whole number from low to high, both included. */
  public int integer(int low, int high) {
    return (int) random.nextLong(low, high + 1L);
  }

  /** One of some values. */
  public <T> T choice(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  @Override
  public String toString() {
    return "seed " + seed;
  }
}
