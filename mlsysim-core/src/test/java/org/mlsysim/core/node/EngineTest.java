package org.mlsysim.core.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.error.InfeasibleException;
import org.mlsysim.api.error.UnknownNameException;
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.workload.Workload;

class EngineTest {
  private static final Workload LLAMA3_8B =
      Catalogs.installed().of(Workload.class).get("Llama3_8B");
  private static final HardwareNode H100 = Catalogs.installed().of(HardwareNode.class).get("H100");
  private static final HardwareNode A100 = Catalogs.installed().of(HardwareNode.class).get("A100");

  private static SingleNodeModelInputsBuilder inputs() {
    return SingleNodeModel.Inputs.builder().model(LLAMA3_8B).hardware(H100);
  }

  @Test
  void aDecoderOfOneTokenIsBoundByItsWeights() {
    PerformanceProfile profile = Engine.solve(LLAMA3_8B, H100);

    // 16.06 GB of weights and 4.85 MB of activations over 3.35 TB/s, by hand.
    assertThat(Units.in(Units.SECOND, profile.latencyMemory()))
        .isCloseTo((16.06e9 + 4_849_664) / 3.35e12, within(1e-15));
    assertThat(profile.bottleneck()).isEqualTo(Bottleneck.MEMORY);
    assertThat(profile.feasible()).isTrue();
  }

  @Test
  void namesAndObjectsGiveTheSameAnswer() {
    assertThat(Engine.solve("llama3_8b", "Hardware.Cloud.H100"))
        .isEqualTo(Engine.solve(LLAMA3_8B, H100));
  }

  @Test
  void theBuilderAndTheFacadeGiveTheSameAnswer() {
    assertThat(Engine.solve(inputs().batchSize(32).precision(Precision.FP8).build()))
        .isEqualTo(Engine.solve(LLAMA3_8B, H100, 32, Precision.FP8, 0.5));
  }

  @Test
  void anUnknownNameNamesTheNearest() {
    assertThatThrownBy(() -> Engine.solve("Lama3_8B", "H100"))
        .isInstanceOf(UnknownNameException.class)
        .hasMessageContaining("Lama3_8B")
        .hasMessageContaining("Llama3_8B");
  }

  @Test
  void aValueOutsideItsRangeNamesThePort() {
    assertThatThrownBy(() -> Engine.solve(LLAMA3_8B, H100, 0, Precision.FP16, 45))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("batch_size is 0, outside [1, inf)")
        .hasMessageContaining("efficiency is 45, outside (0, 1]");
  }

  @Test
  void whatDoesNotFitIsPricedAndSaysWhy() {
    PerformanceProfile profile = Engine.solve("Llama3_405B", "H100");

    assertThat(profile.feasible()).isFalse();
    assertThat(profile.reasons()).singleElement().asString().contains("Llama3_405B", "H100");
    assertThat(profile.offloadSpillBytes()).isPresent();
    assertThatThrownBy(() -> Engine.solve(inputs().model("Llama3_405B").raiseErrors(true).build()))
        .isInstanceOf(InfeasibleException.class)
        .hasMessageContaining("H100");
  }

  @Test
  void twoWaysToNameOneStrategyMayNotDisagree() {
    assertThatThrownBy(
            () ->
                inputs()
                    .isTraining(true)
                    .activationRecomputation(true)
                    .activationCheckpointing(
                        org.mlsysim.physics.training.ActivationCheckpointing.NONE)
                    .build())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("activation_recomputation")
        .hasMessageContaining("activation_checkpointing");
  }

  @Test
  void aModelWithoutCacheTakesNoContext() {
    assertThatThrownBy(() -> Engine.solve(inputs().model("ResNet50").contextLength(128).build()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("context_length");
  }

  @Test
  void theExplanationEndsInTheLatencyToTheBit() {
    SingleNodeModel model = new SingleNodeModel();
    SingleNodeModel.Inputs inputs = inputs().batchSize(32).contextLength(2048).build();
    PerformanceProfile profile = model.resolve(inputs);

    Explanation latency = model.explain(inputs, profile).get(0);

    assertThat(latency.value()).isEqualTo(Units.in(Units.SECOND, profile.latency()));
    assertThat(latency.terms().get(0).value() + latency.terms().get(1).value())
        .isEqualTo(latency.value());
  }

  @Test
  void everyPointOfASweepEqualsItsOwnAnswer() {
    SweepGrid grid =
        SweepGrid.builder()
            .model(LLAMA3_8B)
            .hardware(List.of(A100, H100))
            .precisions(List.of(Precision.FP16, Precision.INT4))
            .batchSizes(List.of(1, 64, 100_000))
            .efficiencies(List.of(0.3, 0.6))
            .contextLength(2048)
            .build();
    List<SweepBlock> blocks = Engine.sweep(grid).toList();

    int points = 0;
    List<Boolean> feasible = new ArrayList<>();
    for (SweepBlock block : blocks) {
      for (int i = 0; i < block.size(); i++) {
        points++;
        PerformanceProfile own =
            Engine.solve(
                SingleNodeModel.Inputs.builder()
                    .model(LLAMA3_8B)
                    .hardware(block.hardware())
                    .precision(block.precision())
                    .batchSize(block.batchSize(i))
                    .efficiency(block.efficiency(i))
                    .contextLength(2048)
                    .build());
        assertThat(block.latency(i)).isEqualTo(Units.in(Units.SECOND, own.latency()));
        assertThat(block.mfu(i)).isEqualTo(own.mfu());
        assertThat(block.bottleneck(i)).isEqualTo(own.bottleneck());
        assertThat(block.feasible(i)).isEqualTo(own.feasible());
        feasible.add(block.feasible(i));
      }
    }

    assertThat(points).isEqualTo(24);
    assertThat(grid.size()).isEqualTo(24);
    assertThat(feasible).contains(true, false);
  }

  @Test
  void anEmptyAxisIsRefused() {
    assertThatThrownBy(
            () ->
                SweepGrid.builder()
                    .model(LLAMA3_8B)
                    .hardware(List.of())
                    .batchSizes(List.of(1))
                    .build())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("hardware");
  }
}
