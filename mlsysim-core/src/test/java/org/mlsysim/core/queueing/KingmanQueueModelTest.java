package org.mlsysim.core.queueing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.USD;
import static org.mlsysim.api.units.Units.in;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.core.queueing.KingmanQueueModel.KingmanQueueResult;

class KingmanQueueModelTest {
  private static final Percentage LAST_DIGITS = withinPercentage(1e-10);

  private static KingmanQueueModelInputsBuilder queue() {
    return KingmanQueueModel.Inputs.builder()
        .service("2 s")
        .arrivalScv(1)
        .serviceScv(4)
        .low(0.5)
        .high(0.9)
        .holdingRate("0.001");
  }

  private static KingmanQueueResult solve(KingmanQueueModelInputsBuilder inputs) {
    return new KingmanQueueModel().resolve(inputs.build());
  }

  @Test
  void nineTenthsWaitNineTimesAsLongAsAHalf() {
    KingmanQueueResult result = solve(queue());

    // v = 2.5; 2 s x 2.5 x 1; 2 s x 2.5 x 9.
    assertThat(in(SECOND, result.waitLow())).isCloseTo(5, LAST_DIGITS);
    assertThat(in(SECOND, result.waitHigh())).isCloseTo(45, LAST_DIGITS);
    assertThat(in(USD, result.holdingHigh())).isCloseTo(0.045, LAST_DIGITS);
    assertThat(result.waitRatio().orElseThrow()).isCloseTo(9, LAST_DIGITS);
    assertThat(result.throughputGain().orElseThrow()).isCloseTo(0.8, LAST_DIGITS);
    assertThat(result.unitWaitUtilization()).isCloseTo(2 / 7.0, LAST_DIGITS);
  }

  @Test
  void anIdleServerKeepsNobodyWaiting() {
    KingmanQueueResult result = solve(queue().low(0));

    assertThat(result.waitRatio()).isEmpty();
    assertThat(result.throughputGain()).isEmpty();
    assertThat(result.caveats()).hasSize(2);
  }

  @Test
  void aPriceInAnotherUnitGivesTheSame() {
    assertThat(in(USD, solve(queue().holdingRate("3.6 USD/h")).holdingLow()))
        .isCloseTo(in(USD, solve(queue()).holdingLow()), LAST_DIGITS);
  }

  @Test
  void aSaturatedServerIsRefused() {
    assertThatThrownBy(() -> queue().high(1).build())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("high is 1, outside [0, 1)");
  }
}
