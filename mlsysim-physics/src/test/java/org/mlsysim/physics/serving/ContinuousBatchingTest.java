package org.mlsysim.physics.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mlsysim.physics.serving.Examples.FP16;
import static org.mlsysim.physics.serving.Examples.H100;
import static org.mlsysim.physics.serving.Examples.LLAMA3_70B;
import static org.mlsysim.physics.serving.Examples.LLAMA3_8B;
import static org.mlsysim.physics.serving.Examples.MAMBA_2_8B;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlsysim.physics.node.DeviceForm;

class ContinuousBatchingTest {
  private static final double EFFICIENCY = 0.5;

  @Test
  void pagingAgainstReservationMatchesTheWorkedExample() {
    // Specification, ContinuousBatchingModel: 4096 tokens, mean 800, at most 512 requests.
    ContinuousBatching.Result result =
        ContinuousBatching.solve(LLAMA3_8B, H100, FP16, EFFICIENCY, 4096, 800, 512, 16);

    assertThat(result.activeRequests()).isEqualTo(512.0);
    assertThat(result.staticActiveRequests()).isEqualTo(130.0);
    assertClose(result.throughput(), 24219.45793057565);
    assertClose(result.staticThroughput(), 14156.392149030695);
    assertClose(result.pagedFragmentation(), 0.009872801567548772);
    assertThat(result.staticFragmentation()).isEqualTo(0.8046875);
    assertClose(result.pagedCacheBytes(), 54222418377.15022);
    assertThat(result.staticCacheBytes()).isEqualTo(69_793_218_560.0);
    assertClose(result.ttft(), 72.66374948166886);
    assertClose(result.itl(), 0.021140027223880597);
    assertClose(result.speedup(), 1.7108496060017653);
  }

  @Test
  void fixedLengthsGainNothingFromPaging() {
    // Specification, ContinuousBatchingModel, the same without a mean.
    ContinuousBatching.Result result =
        ContinuousBatching.solve(LLAMA3_8B, H100, FP16, EFFICIENCY, 4096, 4096, 512, 16);

    assertThat(result.activeRequests()).isEqualTo(130.0);
    assertThat(result.staticActiveRequests()).isEqualTo(130.0);
    assertClose(result.throughput(), 5010.05355194358);
    assertThat(result.speedup()).isEqualTo(1.0);
  }

  @Test
  void weightsWithoutRoomServeNobody() {
    ContinuousBatching.Result result =
        ContinuousBatching.solve(LLAMA3_70B, H100, FP16, EFFICIENCY, 4096, 800, 8, 16);

    assertThat(result.feasible()).isFalse();
    assertThat(result.throughput()).isZero();
    assertThat(result.itl()).isNaN();
    assertThat(result.speedup()).isEqualTo(1.0);
    assertThat(result.ttft()).isPositive();
  }

  @Test
  void onlyPagingFittingHasNoSpeedup() {
    // Room for 1000 tokens of cache: no reservation of 4096, but pages for a mean of 100.
    DeviceForm tight = DeviceForm.of(989e12, 1.606e10 + 1000 * 131_072.0, 3.35e12);
    ContinuousBatching.Result result =
        ContinuousBatching.solve(LLAMA3_8B, tight, FP16, EFFICIENCY, 4096, 100, 64, 16);

    assertThat(result.feasible()).isTrue();
    assertThat(result.staticActiveRequests()).isZero();
    assertThat(result.speedup()).isNaN();
  }

  @Test
  void statesNeitherPageNorFragment() {
    ContinuousBatching.Result result =
        ContinuousBatching.solve(MAMBA_2_8B, H100, FP16, EFFICIENCY, 4096, 800, 1_000_000, 16);

    // By hand: floor((85 899 345 920 - 5.6e9) / 13 107 200) states.
    assertThat(result.activeRequests()).isEqualTo(6126.0);
    assertThat(result.staticActiveRequests()).isEqualTo(6126.0);
    assertThat(result.pagedFragmentation()).isZero();
    assertThat(result.speedup()).isEqualTo(1.0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void pagesHoldTheirSequenceAndWasteLessThanOnePage(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double cap = 1 + random.nextInt(32_768);
    double mean = cap * (0.01 + 0.99 * random.nextDouble());
    double page = 1 + random.nextInt(256);

    double allocated = PagedAllocation.allocatedTokens(mean, cap, page);

    assertThat(allocated).as("seed %d", seed).isBetween(mean * (1 - 1e-12), mean + page);
    assertThat(PagedAllocation.waste(mean, allocated)).as("seed %d", seed).isBetween(0.0, 1.0);
  }

  @Test
  void pagedAllocationMatchesTheWorkedExample() {
    // Specification, PagedAllocationModel.
    PagedAllocation.Result result = PagedAllocation.solve(131_072, 6e10, 8192, 1500, 16, 256);

    assertThat(result.reservation()).isEqualTo(1_073_741_824.0);
    assertThat(result.reservations()).isEqualTo(55.0);
    assertThat(result.finalLengthEfficiency()).isEqualTo(0.18310546875);
    assertThat(result.smallTail()).isEqualTo(1_966_080.0);
    assertThat(result.largeTail()).isEqualTo(33_423_360.0);
    assertThat(result.largeTailShare()).isEqualTo(0.0311279296875);
    assertClose(result.smallAllocatedTokens(), 1507.9792986277444);
    assertThat(result.smallWaste()).isCloseTo(0.005291384725908066, within(1e-13));
    assertClose(result.largeAllocatedTokens(), 1631.0507445733192);
    assertThat(result.largeWaste()).isCloseTo(0.08034743554689461, within(1e-13));
    assertThat(result.pagedFit()).isEqualTo(303.0);
    assertClose(result.pagedGain(), 5.509090909090909);
  }

  @Test
  void aPoolBelowOneReservationHasNoGain() {
    PagedAllocation.Result result = PagedAllocation.solve(131_072, 5e8, 8192, 1500, 16, 256);

    assertThat(result.reservations()).isZero();
    assertThat(result.pagedGain()).isNaN();
    assertThat(result.feasible()).isTrue();
  }

  private static void assertClose(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(1e-12 * expected));
  }
}
