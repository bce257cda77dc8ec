package org.mlsysim.core.distributed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.BYTE_PER_SECOND;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.TOKEN;
import static org.mlsysim.api.units.Units.USD;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import org.junit.jupiter.api.Test;
import org.mlsysim.api.error.BadInputException;

/** Layouts and jobs on paper: the specification's examples. */
class LayoutResolversTest {
  private static ParallelLayoutModelInputsBuilder llama70b() {
    return ParallelLayoutModel.Inputs.builder()
        .model("Llama3_70B")
        .tpSize(8)
        .ppSize(4)
        .dpSize(16)
        .microbatches(32)
        .batchTokens(of(2097152, TOKEN))
        .flopsPerParamToken(6)
        .peakFlops("989 TFLOP/s")
        .localEfficiency(0.5)
        .linkBandwidth(of(50e9, BYTE_PER_SECOND))
        .overlapFraction(0.8);
  }

  private static DataParallelScaleOutModelInputsBuilder job(int nodes) {
    return DataParallelScaleOutModel.Inputs.builder()
        .model("GPT2")
        .stepTime("1.2 s")
        .trainingTime("100 h")
        .perDeviceBatch(8)
        .devicesPerNode(8)
        .nodes(nodes)
        .intraBandwidth(of(450e9, BYTE_PER_SECOND))
        .accumulationSteps(4)
        .nodeHourRate("30 USD/h");
  }

  @Test
  void aLayoutOnPaperIsThatOfTheSpecification() {
    var result = new ParallelLayoutModel().resolve(llama70b().deviceMemory("80 GB").build());

    assertThat(result.nDevices()).isEqualTo(512);
    assertThat(in(SECOND, result.computeTime())).isCloseTo(3.50872719919, within(1e-11));
    assertThat(in(SECOND, result.allreduceTime())).isCloseTo(0.16546875, within(1e-14));
    assertThat(in(SECOND, result.hiddenTime())).isCloseTo(0.0730984833165, within(1e-13));
    assertThat(in(SECOND, result.stepTime())).isCloseTo(3.9300406408, within(1e-10));
    assertThat(result.fleetMfu().orElseThrow()).isCloseTo(0.44639833527, within(1e-11));
    assertThat(in(BYTE, result.zero1StatePerDevice())).isEqualTo(10479687500.0);
    assertThat(result.minDevicesForState()).contains(15L);
  }

  @Test
  void aStepRoundedToNothingHasNoEfficiency() {
    var result =
        new ParallelLayoutModel()
            .resolve(llama70b().ppSize(1).dpSize(1).windowResolution("1e9 s").build());

    assertThat(in(SECOND, result.stepTime())).isZero();
    assertThat(result.efficiency()).isEmpty();
    assertThat(result.fleetMfu()).isEmpty();
    assertThat(result.overlapShare()).isZero();
    assertThat(result.minDevicesForState()).isEmpty();
  }

  @Test
  void fourNodesAreAlmostThirtyTwoTimesADevice() {
    var result =
        new DataParallelScaleOutModel()
            .resolve(job(4).interBandwidth(of(50e9, BYTE_PER_SECOND)).build());

    // By hand: 3.1152224 GB of gradients, 7/4 of them at 450 GB/s, 3/2 of an eighth at 50 GB/s.
    double exchange = 1.75 * 3115222400.0 / 450e9 + 1.5 * 3115222400.0 / 8 / 50e9;
    double speedup = 32 * 4.8 / (4.8 + exchange);
    assertThat(in(SECOND, result.communicationTime())).isCloseTo(exchange, within(1e-12));
    assertThat(result.speedup()).isCloseTo(speedup, within(1e-10));
    assertThat(result.globalBatch()).isEqualTo(1024);
    assertThat(in(USD, result.cost().orElseThrow()))
        .isCloseTo(100 / speedup * 4 * 30, within(1e-9));
  }

  @Test
  void severalNodesNeedALinkBetweenThem() {
    assertThatThrownBy(() -> job(2).build())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("inter_bandwidth");
    assertThat(new DataParallelScaleOutModel().resolve(job(1).build()).nDevices()).isEqualTo(8);
  }
}
