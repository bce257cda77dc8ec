package org.mlsysim.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.error.BadInputException;

/** All-reduce side by side, in a hierarchy, and the links below. */
class CollectiveResolversTest {
  private static AllReduceAlgorithmModelInputsBuilder gigabyte() {
    return AllReduceAlgorithmModel.Inputs.builder()
        .message("1 GB")
        .alpha("5 us")
        .bandwidth("50 GB/s");
  }

  private static HierarchicalAllReduceModelInputsBuilder eightByEight() {
    return HierarchicalAllReduceModel.Inputs.builder()
        .message("16 GB")
        .nNodes(8)
        .gpusPerNode(8)
        .intraBandwidth("450 GB/s")
        .interBandwidth("50 GB/s")
        .interAlpha("5 us");
  }

  private static <V> V at(Map<String, V> table, String name) {
    return Objects.requireNonNull(table.get(name));
  }

  @Test
  void eachGroupSizeHasItsColumnInTheOrderAsked() {
    var result =
        new AllReduceAlgorithmModel().resolve(gigabyte().groupSizes(List.of(64, 8)).build());

    // The specification's example at N = 8.
    assertThat(result.ringTime().keySet()).containsExactly("64", "8");
    assertThat(in(SECOND, at(result.ringTime(), "8"))).isCloseTo(0.03507, within(1e-12));
    assertThat(in(SECOND, at(result.treeTime(), "8"))).isCloseTo(0.12003, within(1e-12));
    assertThat(result.treeRounds()).containsEntry("8", 6);
    assertThat(in(BYTE, at(result.crossoverExact(), "8"))).isCloseTo(470588.235294, within(1e-6));
  }

  @Test
  void noGroupSizesGiveEmptyTables() {
    var result = new AllReduceAlgorithmModel().resolve(gigabyte().groupSizes(List.of()).build());

    assertThat(result.ringTime()).isEmpty();
    assertThat(result.crossoverEstimate()).isEmpty();
  }

  @Test
  void aGroupOfOneIsRefusedAndNamed() {
    assertThatThrownBy(() -> gigabyte().groupSizes(List.of(8, 1)).build())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("group_sizes[1] is 1")
        .hasMessageContaining("[2, inf)");
  }

  @Test
  void threePhasesBeatTheFlatRingOfTheExample() {
    var result = new HierarchicalAllReduceModel().resolve(eightByEight().build());

    assertThat(in(SECOND, result.totalTime())).isCloseTo(0.132292222222, within(1e-12));
    assertThat(result.speedupVsFlatRing().orElseThrow()).isCloseTo(4.76694691046, within(1e-10));
  }

  @Test
  void oneNodeGainsNothingOverItsOwnRing() {
    var result = new HierarchicalAllReduceModel().resolve(eightByEight().nNodes(1).build());

    // The bound 2M/β is g/(g-1) of the ring of g accelerators.
    assertThat(result.speedupVsFlatRing().orElseThrow()).isCloseTo(1, within(1e-12));
    assertThat(result.speedupVsFlatBound().orElseThrow()).isCloseTo(8.0 / 7, within(1e-12));
  }

  @Test
  void aSingleAcceleratorHasNoSpeedUpToState() {
    var result =
        new HierarchicalAllReduceModel().resolve(eightByEight().nNodes(1).gpusPerNode(1).build());

    assertThat(result.speedupVsFlatRing()).isEmpty();
    assertThat(result.speedupVsFlatBound()).isEmpty();
  }

  @Test
  void theThreePhasesOfTheExplanationAddUp() {
    var model = new HierarchicalAllReduceModel();
    var inputs = eightByEight().build();
    Explanation explained = model.explain(inputs, model.resolve(inputs)).get(0);

    assertThat(explained.terms().stream().mapToDouble(Explanation.Term::value).sum())
        .isEqualTo(explained.value());
  }
}
