package org.mlsysim.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.BYTE_PER_SECOND;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.hardware.HardwareNodeBuilder;
import org.mlsysim.api.hardware.LinkBuilder;
import org.mlsysim.api.hardware.LinkDirection;

/** Feeding the accelerator: supply, preprocessing, stalls and what stands ready. */
class DataResolversTest {
  private static final HardwareNode H100 = Catalogs.installed().of(HardwareNode.class).get("H100");

  private static DataModel.DataResult fed(String rate, HardwareNode hardware) {
    return new DataModel()
        .resolve(DataModel.Inputs.builder().workloadDataRate(rate).hardware(hardware).build());
  }

  private static HardwareNode bare() {
    return new HardwareNodeBuilder()
        .name("Bare")
        .compute(H100.compute())
        .memory(H100.memory())
        .build();
  }

  @Test
  void theDriveOfAnAcceleratorCarriesFourGigabytesASecondButNotTen() {
    var calm = fed("4 GB/s", H100);
    var stalled = fed("10 GB/s", H100);

    // The drive gives 7 GB/s, the host link 64.
    assertThat(calm.isStalled()).isFalse();
    assertThat(calm.utilization().orElseThrow()).isCloseTo(4.0 / 7, within(1e-15));
    assertThat(calm.bottleneck()).isEqualTo(SupplyPath.STORAGE);
    assertThat(stalled.isStalled()).isTrue();
    assertThat(in(BYTE_PER_SECOND, stalled.margin())).isCloseTo(-3e9, within(1e-6));
  }

  @Test
  void aRateThatCountsBothDirectionsFeedsWithHalf() {
    var linked =
        HardwareNodeBuilder.from(bare())
            .interconnect(
                new LinkBuilder()
                    .name("link")
                    .bandwidth("10 GB/s")
                    .direction(LinkDirection.BIDIRECTIONAL_TOTAL)
                    .build())
            .build();

    var result = fed("4 GB/s", linked);

    assertThat(in(BYTE_PER_SECOND, result.supplyBw())).isEqualTo(5e9);
    assertThat(result.bottleneck()).isEqualTo(SupplyPath.INTERCONNECT);
    assertThat(result.caveats()).singleElement().asString().contains("no drive");
  }

  @Test
  void aDeviceThatDescribesNoPathStalls() {
    var result = fed("1 B/s", bare());

    assertThat(result.isStalled()).isTrue();
    assertThat(result.utilization()).isEmpty();
    assertThat(result.bottleneck()).isEqualTo(SupplyPath.UNKNOWN);
    assertThat(result.caveats()).hasSize(2);
  }

  @Test
  void demandEqualToSupplyDoesNotStall() {
    assertThat(fed("7 GB/s", H100).isStalled()).isFalse();
  }

  @Test
  void theExplanationOfAUtilizationDividesOut() {
    var model = new DataModel();
    var inputs = DataModel.Inputs.builder().workloadDataRate("4 GB/s").hardware(H100).build();
    Explanation explained = model.explain(inputs, model.resolve(inputs)).get(0);
    List<Explanation.Term> terms = explained.terms();

    assertThat(explained.value()).isEqualTo(terms.get(0).value() / terms.get(1).value());
    assertThat(terms.get(1).terms()).hasSize(2);
  }

  @Test
  void slowPreprocessingStretchesTheStep() {
    var result = prepared("50 ms");

    // 256 · 500 KB over 2 GB/s = 64 ms against 50 ms.
    assertThat(in(SECOND, result.transformTime())).isCloseTo(0.064, within(1e-15));
    assertThat(result.isBottleneck()).isTrue();
    assertThat(result.acceleratorUtilization()).isCloseTo(0.78125, within(1e-12));
    assertThat(result.slowdownFactor().orElseThrow()).isCloseTo(1.28, within(1e-12));
  }

  @Test
  void aStepOfNoTimeHasNoSlowDown() {
    assertThat(prepared("0 s").slowdownFactor()).isEmpty();
  }

  private static TransformationModel.TransformationResult prepared(String step) {
    return new TransformationModel()
        .resolve(
            TransformationModel.Inputs.builder()
                .batchSize(256)
                .sampleSizeBytes("500 KB")
                .cpuThroughput("2 GB/s")
                .acceleratorStepTime(step)
                .build());
  }

  @Test
  void fiveHundredConsumersDrawEightyEightGigabytesASecond() {
    var result =
        new InputDemandModel()
            .resolve(
                InputDemandModel.Inputs.builder()
                    .consumers(512)
                    .samplesPerStep(256)
                    .bytesPerSample("150 KB")
                    .stepTime("200 ms")
                    .busyFraction(0.9)
                    .build());

    assertThat(in(BYTE, result.batchBytes())).isCloseTo(38.4e6, within(1e-6));
    assertThat(in(BYTE_PER_SECOND, result.bandwidth())).isCloseTo(88.4736e9, within(1e-3));
  }

  @Test
  void overlapHidesInputThatIsFasterThanTheArithmetic() {
    var result =
        new DataStallModel()
            .resolve(DataStallModel.Inputs.builder().computeTime("0.2 s").ioTime("0.1 s").build());

    assertThat(result.sequentialStall()).isCloseTo(1.0 / 3, within(1e-15));
    assertThat(result.overlappedStall()).isZero();
  }

  @Test
  void aReadOfTwoAndAHalfStepsNeedsThreeBatches() {
    var result =
        new PrefetchDepthModel()
            .resolve(
                PrefetchDepthModel.Inputs.builder()
                    .computeTime("0.2 s")
                    .tailLatencies(Map.of("object", of(0.5, SECOND), "nvme", of(0.002, SECOND)))
                    .batchBytes("38.4 MB")
                    .safetyDepth(4)
                    .consumersPerNode(8)
                    .build());

    assertThat(result.spans()).containsEntry("object", 2.5);
    assertThat(result.depths()).containsEntry("object", 3L).containsEntry("nvme", 1L);
    assertThat(in(BYTE, result.bufferPerNode())).isCloseTo(1228.8e6, within(1e-6));
  }
}
