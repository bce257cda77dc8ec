package org.mlsysim.physics.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked examples of the single-node law, computed independently of this code. */
class SingleNodeTest {
  private static void assertClose(double expected, double actual) {
    assertEquals(expected, actual, Math.abs(expected) * 1e-12);
  }

  private static NodeProfile at(WorkloadForm workload, DeviceForm device, double batch) {
    return SingleNode.inference(workload, device, 2, batch, 0.5, 0, 0.1);
  }

  @Test
  void oneTokenOfLlama8bOnAnH100IsBoundByMemory() {
    NodeProfile profile = at(Known.LLAMA3_8B, Known.H100, 1);

    assertClose(0.005125477511641791, profile.latency());
    assertClose(3.2477249747219414e-05, profile.latencyCompute());
    assertClose(0.004795477511641791, profile.latencyMemory());
    assertClose(0.00033, profile.latencyOverhead());
    assertClose(195.10377281504847, profile.throughput());
    assertEquals(Bound.MEMORY, profile.bound());
    assertClose(0.9996981195528478, profile.arithmeticIntensity());
    assertClose(1.084307203632845, profile.energy());
    assertEquals(1.606e10, profile.memoryFootprint());
    assertEquals(4.945e14, profile.peakFlopsActual());
    assertEquals(3.35e12, profile.peakBwActual());
    assertClose(0.0031682169781695434, profile.mfu());
    assertEquals(profile.mfu(), profile.hfu());
    assertTrue(profile.feasible());
    assertTrue(Double.isNaN(profile.offloadSpillBytes()));
    assertFalse(profile.overheadDominated());
  }

  @ParameterizedTest
  @CsvSource({"0.5, 154, MEMORY", "0.5, 155, COMPUTE", "1, 324, MEMORY", "1, 325, COMPUTE"})
  void llama8bBecomesComputeBoundAtALargeBatch(double efficiency, double batch, Bound bound) {
    assertEquals(
        bound,
        SingleNode.inference(Known.LLAMA3_8B, Known.H100, 2, batch, efficiency, 0, 0.1).bound());
  }

  @Test
  void aContextIsReadAndKept() {
    NodeProfile profile = SingleNode.inference(Known.LLAMA3_8B, Known.H100, 2, 64, 0.5, 8192, 0.1);

    assertClose(0.02572995678567164, profile.latency());
    assertEquals(84_779_476_736.0, profile.memoryFootprint());
    assertClose(15.309908606520732, profile.arithmeticIntensity());
  }

  @Test
  void eightBitWeightsHalveTheTraffic() {
    NodeProfile profile =
        SingleNode.inference(
            Known.LLAMA3_8B, Known.H100.withPeakFlops(1979e12), 1, 32, 0.4, 0, 0.1);

    assertClose(0.002773340074029851, profile.latency());
    assertClose(0.0006492167761495705, profile.latencyCompute());
    assertClose(11538.433493841898, profile.throughput());
    assertClose(0.7096479036715845, profile.energy());
    assertClose(0.09363680743360327, profile.mfu());
  }

  @Test
  void whatDoesNotFitMovesOverTheHostLink() {
    NodeProfile profile = at(Known.LLAMA3_70B, Known.H100, 1);

    assertFalse(profile.feasible());
    assertEquals(MemoryLevel.MAIN_AND_HOST, profile.level());
    assertEquals(55_300_654_080.0, profile.offloadSpillBytes());
    assertClose(158702627903.10577, profile.offloadEffectiveBw());
    assertEquals(profile.offloadEffectiveBw(), profile.peakBwActual());
    assertClose(0.8906750419715972, profile.latency());
    assertClose(187.1117163468969, profile.energy());
  }

  @Test
  void aMixtureOfExpertsReadsWhatItsTokensTouch() {
    assertClose(0.0053760103466666655, at(Known.MIXTRAL, Known.H200, 1).latencyMemory());
    assertClose(0.01952299533051927, at(Known.MIXTRAL, Known.H200, 64).latencyMemory());
  }

  @Test
  void everyDenoisingStepIsAPass() {
    NodeProfile profile = at(Known.STABLE_DIFFUSION, Known.A100, 1);

    assertClose(0.2587179487179487, profile.latency());
    assertClose(0.2574679487179487, profile.latencyCompute());
    assertClose(0.046395291809710644, profile.latencyMemory());
    assertClose(0.00125, profile.latencyOverhead());
    assertClose(424.57716701902746, profile.arithmeticIntensity());
    assertClose(67.09166666666665, profile.energy());
  }

  @Test
  void aRecommenderWithoutArithmeticIsAllTraffic() {
    NodeProfile profile = at(Known.DLRM, Known.A100, 1);

    assertEquals(0, profile.ops());
    assertEquals(0, profile.mfu());
    assertEquals(0, profile.arithmeticIntensity());
    assertEquals(Bound.MEMORY, profile.bound());
    assertClose(207136424170.80103, profile.offloadEffectiveBw());
    assertClose(0.5310759749328102, profile.latency());
    assertClose(63.729116991937225, profile.energy());
  }

  @Test
  void aTinyModelRunsFromOnChipMemory() {
    WorkloadForm keywordSpotting =
        WorkloadForm.builder(WorkloadForm.Family.OTHER)
            .parameters(23756)
            .inferenceFlops(5.3135e6)
            .build();

    NodeProfile profile = SingleNode.inference(keywordSpotting, Known.ESP32_S3, 1, 1, 0.5, 0, 0.1);

    assertEquals(MemoryLevel.SRAM, profile.level());
    assertEquals(9.6e8, profile.peakBwActual());
    assertClose(0.005437916666666667, profile.latency());
    assertClose(2.7220416666666664e-05, profile.latencyMemory());
    assertClose(0.0012724583333333333, profile.energy());
  }

  @Test
  void fasterFp4ArithmeticMovesTheBound() {
    DeviceForm b200 =
        DeviceForm.of(9e15, 180.0 * 1024 * 1024 * 1024, 8e12).withHost(64e9, 1000, 8e-6);

    NodeProfile profile = SingleNode.inference(Known.LLAMA3_8B, b200, 0.5, 256, 0.5, 0, 0.1);

    assertClose(0.0012416355555555556, profile.latency());
    assertEquals(Bound.COMPUTE, profile.bound());
  }

  @Test
  void aDeviceWithoutADesignPowerReportsNoEnergy() {
    assertEquals(0, at(Known.LLAMA3_8B, DeviceForm.of(1e15, 1e12, 1e12), 1).energy());
  }
}
