package org.mlsysim.core.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.workload.GenericWorkloadBuilder;
import org.mlsysim.physics.training.Optimizer;

/** When to save, what saving takes, and where it goes. */
class CheckpointResolversTest {
  private static CheckpointModelInputsBuilder llama() {
    return CheckpointModel.Inputs.builder().model("Llama3_70B").hardware("H100");
  }

  private static CheckpointIntervalModel.CheckpointIntervalResult interval(
      String write, String mtbf) {
    return new CheckpointIntervalModel()
        .resolve(CheckpointIntervalModel.Inputs.builder().writeTime(write).mtbf(mtbf).build());
  }

  @Test
  void theBestIntervalSplitsTheWasteInHalves() {
    var result = interval("60 s", "5 h");

    // sqrt(2 · 60 · 18000) s.
    assertThat(in(SECOND, result.interval())).isCloseTo(1469.69384567, within(1e-8));
    assertThat(result.writeShare()).isCloseTo(result.reworkShare(), within(1e-15));
    assertThat(result.waste()).isCloseTo(0.0816496580928, within(1e-12));
  }

  @Test
  void beyondItsRegimeTheIntervalIsTheMeanTimeItself() {
    var result = interval("3 h", "1 h");

    assertThat(in(SECOND, result.interval())).isEqualTo(3600);
    assertThat(result.waste()).isEqualTo(3.5);
    assertThat(result.outOfRegime()).isTrue();
    assertThat(result.caveats()).isNotEmpty();
  }

  @Test
  void aSeventyBillionModelTakesOneDriveTwoMinutes() {
    var result = new CheckpointModel().resolve(llama().build());

    // 70.6e9 · 14 B over 7 GB/s, against four hours.
    assertThat(in(BYTE, result.checkpointSize())).isCloseTo(988.4e9, within(1.0));
    assertThat(in(SECOND, result.writeTimeSeconds())).isCloseTo(141.2, within(1e-9));
    assertThat(result.storageBottleneck()).isTrue();
    assertThat(result.mfuPenaltyPct()).isCloseTo(141.2 / 14_400, within(1e-15));
  }

  @Test
  void manyWritersAreHeldBackByTheFileSystem() {
    var result =
        new CheckpointModel()
            .resolve(
                llama()
                    .optimizer(Optimizer.SGD)
                    .nWriters(128)
                    .checkpointIntervalHours("30 min")
                    .build());

    // 70.6e9 · 4 B over 500 GB/s, against half an hour.
    assertThat(in(SECOND, result.writeTimeSeconds())).isCloseTo(0.5648, within(1e-12));
    assertThat(result.mfuPenaltyPct()).isCloseTo(0.5648 / 1800, within(1e-15));
  }

  @Test
  void savingWithoutPauseTakesAllOfTheTraining() {
    var result = new CheckpointModel().resolve(llama().checkpointIntervalHours("0 h").build());

    assertThat(result.mfuPenaltyPct()).isEqualTo(1);
    assertThat(result.intervalExceeded()).isTrue();
  }

  @Test
  void aWorkloadWithoutParametersIsRefused() {
    var nameless =
        new GenericWorkloadBuilder()
            .name("Sensor")
            .architecture("filter")
            .modelSize("1 MB")
            .build();

    assertThatThrownBy(
            () ->
                new CheckpointModel()
                    .resolve(
                        CheckpointModel.Inputs.builder().model(nameless).hardware("H100").build()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("model is Sensor: it states no parameters");
  }

  @Test
  void theExplanationOfAWriteNamesTheDrive() {
    var model = new CheckpointModel();
    var inputs = llama().build();

    List<Explanation.Term> terms = model.explain(inputs, model.resolve(inputs)).get(0).terms();

    assertThat(terms.get(0).value() / terms.get(1).value()).isCloseTo(141.2, within(1e-9));
    assertThat(terms.get(1).record()).contains("H100.storage.bandwidth");
  }

  @Test
  void stagingPausesTrainingForHalfASecond() {
    var result = staged("1 TB/s");

    // 988.4 GB over 64 nodes at 28 GB/s.
    assertThat(in(SECOND, result.localWriteTime())).isCloseTo(0.5515625, within(1e-12));
    assertThat(in(SECOND, result.drainTime())).isCloseTo(0.9884, within(1e-12));
    assertThat(result.backlogGrows()).isFalse();
    assertThat(result.caveats()).isEmpty();
  }

  @Test
  void aStoreSlowerThanTheCheckpointsFallsBehind() {
    var result = staged("0.5 GB/s");

    assertThat(result.backlogGrows()).isTrue();
    assertThat(result.caveats()).hasSize(1);
  }

  private static TieredCheckpointModel.TieredCheckpointResult staged(String durable) {
    return new TieredCheckpointModel()
        .resolve(
            TieredCheckpointModel.Inputs.builder()
                .checkpointBytes("988.4 GB")
                .nodes(64)
                .localBandwidth("28 GB/s")
                .durableBandwidth(durable)
                .saveInterval("30 min")
                .build());
  }

  @Test
  void sixteenReplicasTakeSixteenTimesAsLong() {
    var result =
        new CheckpointStormModel()
            .resolve(
                CheckpointStormModel.Inputs.builder()
                    .stateBytes("988.4 GB")
                    .replicas(16)
                    .ingestBandwidth("1 TB/s")
                    .build());

    assertThat(in(SECOND, result.stormTime())).isCloseTo(15.8144, within(1e-12));
    assertThat(in(SECOND, result.singleCopyTime())).isCloseTo(0.9884, within(1e-12));
    assertThat(result.slowdown()).isEqualTo(16);
  }
}
