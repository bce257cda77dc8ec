package org.mlsysim.physics.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InferenceSweepTest {
  private static final int POINTS = 64;

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyPointEqualsTheSinglePriceToTheLastBit(long seed) {
    Draws any = new Draws(seed);
    WorkloadForm workload = any.workload();
    double context = workload.keepsCache() && any.coin() ? any.whole(1, 50_000) : 0;
    InferencePass pass =
        InferencePass.of(workload, any.device(), any.bytesPerElement(), context, 0.1);
    double[] batches = new double[POINTS];
    double[] efficiencies = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      batches[i] = i > 0 && any.coin() ? batches[i - 1] : any.whole(1, 4096);
      efficiencies[i] = any.uniform(0.01, 1);
    }
    ProfileColumns columns = ProfileColumns.allocate(POINTS);

    InferenceSweep.price(pass, batches, efficiencies, columns, 0, POINTS);

    for (int i = 0; i < POINTS; i++) {
      NodeProfile single = pass.at(batches[i], efficiencies[i]);
      assertEquals(single.latency(), columns.latency()[i]);
      assertEquals(single.latencyCompute(), columns.latencyCompute()[i]);
      assertEquals(single.latencyMemory(), columns.latencyMemory()[i]);
      assertEquals(single.throughput(), columns.throughput()[i]);
      assertEquals(single.mfu(), columns.mfu()[i]);
      assertEquals(single.energy(), columns.energy()[i]);
      assertEquals(single.memoryFootprint(), columns.memoryFootprint()[i]);
      assertEquals(single.bound(), columns.bound()[i]);
      assertEquals(single.level(), columns.level()[i]);
      assertEquals(single.feasible(), columns.feasibleAt(i));
    }
  }

  @Test
  void onlyTheAskedRangeIsWritten() {
    InferencePass pass = InferencePass.of(Known.LLAMA3_8B, Known.H100, 2, 0, 0.1);
    double[] ones = {1, 1, 1, 1};
    ProfileColumns columns = ProfileColumns.allocate(4);

    InferenceSweep.price(pass, ones, ones, columns, 1, 3);

    assertEquals(4, columns.size());
    assertEquals(0, columns.latency()[0]);
    assertEquals(pass.at(1, 1).latency(), columns.latency()[1]);
    assertEquals(0, columns.latency()[3]);
  }
}
