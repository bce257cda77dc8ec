package org.mlsysim.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mlsysim.api.units.Units.BYTE_PER_SECOND;
import static org.mlsysim.api.units.Units.in;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.error.BadInputException;

class TopologyModelTest {
  private final TopologyModel model = new TopologyModel();

  private static TopologyModelInputsBuilder ndr() {
    return TopologyModel.Inputs.builder().fabric("InfiniBand_NDR");
  }

  @Test
  void aRingOfSixtyFourNodesKeepsASixteenthOfTheLinkRate() {
    var result = model.resolve(ndr().topology(NetworkTopology.RING).build());

    // The specification's example: 4/64 of 50 GB/s; the cut severs two links.
    assertThat(in(BYTE_PER_SECOND, result.effectiveBw())).isEqualTo(3.125e9);
    assertThat(in(BYTE_PER_SECOND, result.bisectionBw())).isEqualTo(100e9);
    assertThat(result.bisectionBwFraction()).isEqualTo(0.0625);
    assertThat(result.hopsAvg()).isEqualTo(16);
    assertThat(result.physicalCutLinks()).isEqualTo(2);
  }

  @Test
  void oversubscriptionDividesWhatTheTopologyLeaves() {
    var result =
        model.resolve(
            TopologyModel.Inputs.builder()
                .fabric("InfiniBand_NDR_Oversub2to1")
                .topology(NetworkTopology.DRAGONFLY)
                .build());

    // 50 GB/s · 0.85 / 2, and 32 times that across the cut of 64 nodes.
    assertThat(in(BYTE_PER_SECOND, result.effectiveBw())).isCloseTo(21.25e9, within(1.0));
    assertThat(in(BYTE_PER_SECOND, result.bisectionBw())).isCloseTo(680e9, within(10.0));
    assertThat(result.caveats()).singleElement().asString().contains("0.85");
  }

  @ParameterizedTest
  @ValueSource(strings = {"torus_3d", "torus-3d", "TORUS_3D", "Torus-3D"})
  void aTopologyIsReadWithHyphenOrUnderscoreInAnyCase(String name) {
    var inputs =
        model
            .contract()
            .inputs(Map.of("fabric", "InfiniBand_NDR", "topology", name), Catalogs.installed());

    assertThat(inputs.topology()).isEqualTo(NetworkTopology.TORUS_3D);
  }

  @Test
  void anUnknownTopologyIsRefusedWithTheFourThatAreKnown() {
    var values = Map.of("fabric", "InfiniBand_NDR", "topology", "mesh");

    assertThatThrownBy(() -> model.contract().inputs(values, Catalogs.installed()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("topology")
        .hasMessageContaining("fat_tree, dragonfly, torus_3d, ring");
  }

  @Test
  void theTermsOfTheExplanationMultiplyOut() {
    var inputs = ndr().topology(NetworkTopology.TORUS_3D).numNodes(1000).build();
    Explanation explained = model.explain(inputs, model.resolve(inputs)).get(0);
    List<Explanation.Term> terms = explained.terms();

    assertThat(explained.value())
        .isEqualTo(terms.get(0).value() * terms.get(1).value() / terms.get(2).value());
    assertThat(terms.get(0).record()).contains("InfiniBand_NDR.bandwidth");
  }
}
