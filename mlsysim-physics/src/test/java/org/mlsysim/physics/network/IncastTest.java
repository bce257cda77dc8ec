package org.mlsysim.physics.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class IncastTest {
  @Test
  void thirtyTwoSendersOverflowSixtyFourMegabytesInFortyMicroseconds() {
    var burst = Incast.of(32, 50e9, 50e9, 64e6, 10e-6);

    assertEquals(1.6e12, burst.offeredLoad(), 0.0);
    assertEquals(32.0, burst.oversubscription(), 0.0);
    assertEquals(1.55e12, burst.netFillRate(), 0.0);
    assertEquals(64e6 / 1.55e12, burst.overflowTime(), 1e-20);
    assertEquals(0.00128, burst.drainTime(), 1e-18);
    assertEquals(500_000.0, burst.bandwidthDelayProduct(), 1e-9);
  }

  @Test
  void aPortThatKeepsUpNeverOverflows() {
    assertTrue(Double.isNaN(Incast.of(1, 50e9, 50e9, 64e6, 10e-6).overflowTime()));
    assertTrue(Double.isNaN(Incast.of(1, 25e9, 50e9, 64e6, 10e-6).overflowTime()));
    assertEquals(-25e9, Incast.of(1, 25e9, 50e9, 64e6, 10e-6).netFillRate(), 0.0);
  }
}
