package org.mlsysim.physics.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FleetFormTest {
  private static final FleetForm FLEET =
      new FleetForm(8, 8, Double.NaN, 450e9, Double.NaN, 25e9, 7e-6, 1);

  @Test
  void everyAcceleratorHasAPortWhereNoneAreCounted() {
    assertEquals(25e9, FLEET.outsideBandwidth());
    assertEquals(25e9, new FleetForm(8, 8, 8, 450e9, Double.NaN, 25e9, 7e-6, 1).outsideBandwidth());
  }

  @Test
  void sharedPortsAndOversubscriptionThinTheRate() {
    FleetForm thin = new FleetForm(8, 8, 2, 450e9, Double.NaN, 25e9, 7e-6, 2);

    assertEquals(25e9 / 2 / 4, thin.outsideBandwidth());
  }

  @Test
  void sparePortsDoNotWidenIt() {
    assertEquals(25e9, new FleetForm(8, 4, 8, 450e9, Double.NaN, 25e9, 7e-6, 1).outsideBandwidth());
  }

  @Test
  void aGroupStaysInsideIfItsSizeDividesTheNode() {
    assertTrue(FLEET.staysInside(4));
    assertFalse(FLEET.staysInside(3)); // the third group would straddle two nodes
    assertFalse(FLEET.staysInside(16));
    assertEquals(450e9, FLEET.bandwidth(8));
    assertEquals(500e-9, FLEET.latency(8));
    assertEquals(25e9, FLEET.bandwidth(16));
    assertEquals(7e-6, FLEET.latency(16));
  }

  @Test
  void unstatedStartUpsAreThoseOfNvlinkAndInfiniband() {
    FleetForm bare = new FleetForm(8, 8, Double.NaN, 450e9, Double.NaN, 25e9, Double.NaN, 1);

    assertEquals(500e-9, bare.insideLatency());
    assertEquals(5e-6, bare.outsideLatency());
  }

  @Test
  void theAlgorithmFollowsWhereTheRanksSit() {
    double inOneNode = Collectives.ringAllReduce(1e9, 8, 450e9, 500e-9);
    double onePerNode = Collectives.ringAllReduce(1e9, 8, 25e9, 7e-6);
    double spread = Collectives.hierarchicalAllReduce(1e9, 8, 8, 450e9, 500e-9, 25e9, 7e-6);

    assertEquals(inOneNode, FLEET.allReduce(1e9, 8, 8, AllReduceTopology.AUTOMATIC));
    assertEquals(inOneNode, FLEET.allReduce(1e9, 8, 8, AllReduceTopology.HIERARCHICAL));
    assertEquals(onePerNode, FLEET.allReduce(1e9, 8, 1, AllReduceTopology.AUTOMATIC));
    assertEquals(spread, FLEET.allReduce(1e9, 64, 8, AllReduceTopology.AUTOMATIC));
    assertEquals(spread, FLEET.allReduce(1e9, 64, 8, AllReduceTopology.HIERARCHICAL));
    assertEquals(
        Collectives.ringAllReduce(1e9, 64, 25e9, 7e-6),
        FLEET.allReduce(1e9, 64, 8, AllReduceTopology.RING));
    assertEquals(
        Collectives.treeAllReduce(1e9, 64, 25e9, 7e-6),
        FLEET.allReduce(1e9, 64, 8, AllReduceTopology.TREE));
  }

  @Test
  void oneRankExchangesNothingWhateverTheLink() {
    assertEquals(0, FleetForm.SINGLE.allReduce(1e9, 1, 1, AllReduceTopology.TREE));
    assertEquals(1, FleetForm.SINGLE.accelerators());
  }
}
