package org.mlsysim.physics.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mlsysim.physics.network.Topology.Shape;

class TopologyTest {
  @Test
  void aRingOfSixtyFourKeepsAnEighthOfAHalf() {
    double fraction = Topology.bisectionFraction(Shape.RING, 64);

    assertEquals(4.0 / 64.0, fraction, 0.0); // two links of 32
    assertEquals(2.0, Topology.cutLinks(Shape.RING, 64), 0.0);
    assertEquals(16.0, Topology.averageHops(Shape.RING, 64), 0.0);
    assertEquals(3.125e9, Topology.effectiveBandwidth(50e9, fraction, 1.0), 0.0);
    assertEquals(100e9, Topology.bisectionBandwidth(50e9, fraction, 1.0, 64), 0.0);
  }

  @Test
  void aTorusOfAThousandCutsTwoFacesOfAHundred() {
    assertEquals(200.0, Topology.cutLinks(Shape.TORUS_3D, 1000), 1e-10);
    assertEquals(0.4, Topology.bisectionFraction(Shape.TORUS_3D, 1000), 1e-13);
    assertEquals(7.5, Topology.averageHops(Shape.TORUS_3D, 1000), 1e-12);
  }

  @Test
  void aTorusOfSixtyFourHasFullBisection() {
    assertEquals(1.0, Topology.bisectionFraction(Shape.TORUS_3D, 64), 1e-15); // 4 / 4
    assertEquals(3.0, Topology.averageHops(Shape.TORUS_3D, 64), 1e-12);
  }

  @Test
  void anOversubscribedDragonflyDividesTheRate() {
    double fraction = Topology.bisectionFraction(Shape.DRAGONFLY, 64);

    assertEquals(21.25e9, Topology.effectiveBandwidth(50e9, fraction, 2.0), 1e-3);
    assertEquals(680e9, Topology.bisectionBandwidth(50e9, fraction, 2.0, 64), 1e-3);
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void noShapeGivesANodeMoreThanItsLink(Shape shape) {
    for (int nodes = 2; nodes < 5000; nodes++) {
      double fraction = Topology.bisectionFraction(shape, nodes);

      assertTrue(fraction > 0.0 && fraction <= 1.0, shape + " of " + nodes);
      assertTrue(fraction <= Topology.bisectionFraction(shape, nodes - 1), shape + " of " + nodes);
    }
  }
}
