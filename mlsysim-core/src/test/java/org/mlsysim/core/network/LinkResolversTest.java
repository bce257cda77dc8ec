package org.mlsysim.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.BYTE_PER_SECOND;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.USD;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.util.Map;
import java.util.Objects;
import javax.measure.Quantity;
import org.junit.jupiter.api.Test;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.units.DataRate;

/** Single links: the ladder, start-up against wire, the cut, the burst. */
class LinkResolversTest {
  private static final Quantity<DataRate> NDR = of(50e9, BYTE_PER_SECOND);
  private static final Quantity<DataRate> ROCE = of(12.5e9, BYTE_PER_SECOND);

  private static BisectionModelInputsBuilder cut() {
    return BisectionModel.Inputs.builder()
        .nDevices(64)
        .linkBandwidth(NDR)
        .oversubscriptionRatio(4)
        .payloadPerDevice("1 GB")
        .communicationFraction(0.3)
        .clusterCost(of(10e6, USD));
  }

  private static IncastModelInputsBuilder burst(int senders) {
    return IncastModel.Inputs.builder()
        .nSenders(senders)
        .senderBandwidth(NDR)
        .egressBandwidth(NDR)
        .buffer("64 MB")
        .feedbackRtt("10 us");
  }

  private static <V> V at(Map<String, V> table, String name) {
    return Objects.requireNonNull(table.get(name));
  }

  @Test
  void everyLinkOfTheLadderIsPriced() {
    var result =
        new TransferLadderModel()
            .resolve(
                TransferLadderModel.Inputs.builder()
                    .payload("16 GB")
                    .links(Map.of("ndr", NDR, "pcie", of(64e9, BYTE_PER_SECOND)))
                    .build());

    assertThat(in(SECOND, at(result.times(), "ndr"))).isEqualTo(0.32);
    assertThat(in(SECOND, at(result.times(), "pcie"))).isEqualTo(0.25);
  }

  @Test
  void aLinkWithoutARateIsRefusedByItsName() {
    assertThatThrownBy(
            () ->
                TransferLadderModel.Inputs.builder()
                    .payload("1 GB")
                    .links(Map.of("dead", of(0, BYTE_PER_SECOND)))
                    .build())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("links.dead");
  }

  @Test
  void startUpAndWireAddUpOnEachPath() {
    var result =
        new AlphaBetaModel()
            .resolve(
                AlphaBetaModel.Inputs.builder()
                    .alphas(Map.of("ndr", of(5e-6, SECOND), "roce", of(10e-6, SECOND)))
                    .bandwidths(Map.of("ndr", NDR, "roce", ROCE))
                    .messages(Map.of("small", of(4000, BYTE), "large", of(1e9, BYTE)))
                    .build());

    // The specification's example.
    assertThat(in(SECOND, at(at(result.times(), "ndr"), "small")))
        .isCloseTo(5.08e-6, within(1e-18));
    assertThat(in(SECOND, at(at(result.times(), "roce"), "large")))
        .isCloseTo(0.08001, within(1e-14));
    assertThat(in(SECOND, at(at(result.transmissionTimes(), "ndr"), "large"))).isEqualTo(0.02);
    assertThat(in(BYTE, at(result.crossovers(), "ndr"))).isCloseTo(250_000, within(1e-9));
  }

  @Test
  void pathsWithoutARateAreRefusedWithBothListsNamed() {
    assertThatThrownBy(
            () ->
                AlphaBetaModel.Inputs.builder()
                    .alphas(Map.of("ndr", of(5e-6, SECOND)))
                    .bandwidths(Map.of("roce", ROCE))
                    .messages(Map.of())
                    .build())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("bandwidths names the paths [roce]")
        .hasMessageContaining("alphas names [ndr]");
  }

  @Test
  void aFourfoldOversubscribedCutLosesNearlyHalf() {
    var result = new BisectionModel().resolve(cut().build());

    // 1 - 1/(0.7 + 0.3 · 4) = 9/19.
    assertThat(result.throughputLoss()).isCloseTo(9.0 / 19, within(1e-15));
    assertThat(in(USD, result.idleCost())).isCloseTo(90e6 / 19, within(1e-6));
    assertThat(in(SECOND, result.timeOversubscribed())).isCloseTo(0.1575, within(1e-15));
    assertThat(result.caveats()).hasSize(1);
  }

  @Test
  void anOddNumberOfDevicesSaysThatItIsRoundedDown() {
    var result = new BisectionModel().resolve(cut().nDevices(65).build());

    assertThat(result.devicesPerSide()).isEqualTo(32);
    assertThat(result.caveats()).hasSize(2);
  }

  @Test
  void aCutNeedsTwoDevicesAndARatioOfAtLeastOne() {
    assertThatThrownBy(() -> cut().nDevices(1).oversubscriptionRatio(0.5).build())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("n_devices is 1")
        .hasMessageContaining("oversubscription_ratio is 0.5");
  }

  @Test
  void thirtyTwoSendersFillABufferInFortyOneMicroseconds() {
    var result = new IncastModel().resolve(burst(32).build());

    // 64 MB / (31 · 50 GB/s).
    assertThat(in(SECOND, result.overflowTime().orElseThrow()))
        .isCloseTo(64e6 / 1.55e12, within(1e-18));
    assertThat(in(BYTE, result.bandwidthDelayProduct())).isCloseTo(500_000, within(1e-9));
  }

  @Test
  void oneSenderNeverFillsTheBuffer() {
    assertThat(new IncastModel().resolve(burst(1).build()).overflowTime()).isEmpty();
  }
}
