package org.mlsysim.physics.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DataSupplyTest {
  @Test
  void sevenGigabytesASecondFeedFour() {
    var balance = DataSupply.of(4e9, 7e9, 64e9);

    assertEquals(7e9, balance.supply(), 0.0);
    assertEquals(4.0 / 7.0, balance.utilization(), 1e-16);
    assertEquals(3e9, balance.margin(), 0.0);
    assertEquals(DataSupply.Path.STORAGE, balance.path());
    assertFalse(balance.stalled());
  }

  @Test
  void tenGigabytesASecondStall() {
    var balance = DataSupply.of(10e9, 7e9, 64e9);

    assertTrue(balance.stalled());
    assertEquals(-3e9, balance.margin(), 0.0);
  }

  @Test
  void aDemandThatEqualsTheSupplyDoesNotStall() {
    assertFalse(DataSupply.of(25.2e12 / 3600.0, 7e9, 64e9).stalled()); // 25.2 TB an hour
  }

  @Test
  void onlyDescribedPathsLimit() {
    assertEquals(DataSupply.Path.INTERCONNECT, DataSupply.of(1e9, Double.NaN, 64e9).path());
    assertEquals(DataSupply.Path.INTERCONNECT, DataSupply.of(1e9, 0.0, 64e9).path());
    assertEquals(DataSupply.Path.STORAGE, DataSupply.of(1e9, 7e9, Double.NaN).path());
    assertEquals(DataSupply.Path.STORAGE, DataSupply.of(1e9, 7e9, 7e9).path());
    assertEquals(DataSupply.Path.INTERCONNECT, DataSupply.of(1e9, 7e9, 6e9).path());
  }

  @Test
  void aDeviceWithoutAnyPathIsStarved() {
    var balance = DataSupply.of(1e9, Double.NaN, Double.NaN);

    assertEquals(0.0, balance.supply(), 0.0);
    assertTrue(Double.isNaN(balance.utilization()));
    assertEquals(-1e9, balance.margin(), 0.0);
    assertEquals(DataSupply.Path.UNKNOWN, balance.path());
    assertTrue(balance.stalled());
  }

  @Test
  void fiveHundredConsumersDrawEightyEightGigabytesASecond() {
    assertEquals(88_473_600_000.0, DataSupply.demand(512, 256 * 150e3, 0.2, 0.9), 1e-4);
  }
}
